"""Shows Pocock's and O'Brien and Fleming's boundaries, and what they cost, computed."""

import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm

NODES, WEIGHTS = np.polynomial.legendre.leggauss(60)


def first_crossing(bounds, drift=0.0):
    # P(|z| first exceeds its bound at look k): (looks,); the last z has mean drift
    at, mass, result = np.zeros(1), np.ones(1), []  # sums that go on, their probability
    step = drift / np.sqrt(len(bounds))
    for look, bound in enumerate(bounds, 1):
        edge = bound * np.sqrt(look)  # z is sum / √look; a batch adds N(step, 1)
        above, below = norm.sf(edge - at - step), norm.cdf(-edge - at - step)
        result.append(mass @ (above + below))
        new = edge * NODES
        mass = edge * WEIGHTS * (norm.pdf(new[:, None] - at - step) @ mass)
        at = new
    return np.array(result)


def constant(shape, alpha=0.05):  # c, such that the bounds c * shape spend alpha in all
    return brentq(lambda c: first_crossing(c * shape).sum() - alpha, 1, 9)


def drift_for_power(bounds, power):
    return brentq(lambda drift: first_crossing(bounds, drift).sum() - power, 0, 9)


def sizes(bounds, power=0.8):  # largest and mean sample; 1 is the test with one look
    drift = drift_for_power(bounds, power)
    largest = (drift / drift_for_power([norm.isf(0.025)], power)) ** 2
    stop = first_crossing(bounds, drift)
    stop[-1] = 1 - stop[:-1].sum()  # at the last look it stops in any case
    return largest, largest * (stop @ np.arange(1, stop.size + 1)) / stop.size


print("   Pocock: bound  largest  mean   O'Brien-Fleming: last  largest  mean")
for looks in (1, 2, 3, 4, 5, 10):
    flat, falling = np.ones(looks), np.sqrt(looks / np.arange(1, looks + 1))
    pocock, obf = constant(flat), constant(falling)
    (p_max, p_mean), (o_max, o_mean) = sizes(pocock * flat), sizes(obf * falling)
    print(f"{looks:2d}{pocock:14.3f}{p_max:9.2f}{p_mean:6.2f}", end="")
    print(f"{obf:24.3f}{o_max:9.2f}{o_mean:6.2f}")
first = constant(np.sqrt(5 / np.arange(1, 6))) * np.sqrt(5 / np.arange(1, 6))
print("O'Brien-Fleming, 5 looks:", " ".join(f"{z:.3f}" for z in first))
