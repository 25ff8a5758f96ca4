"""Shows boundaries for looks at any times, from a function that spends alpha."""

import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm

NODES, WEIGHTS = np.polynomial.legendre.leggauss(60)


def obrien_fleming_like(t, alpha=0.05):  # each tail spends half of alpha
    return 4 * norm.sf(norm.isf(alpha / 4) / np.sqrt(t))


def pocock_like(t, alpha=0.05):
    return alpha * np.log(1 + (np.e - 1) * t)


def excess(edge, at, mass, sd, allowance):  # P(the sum first leaves (-edge, edge) now)
    return 2 * mass @ norm.sf((edge - at) / sd) - allowance  # both sides alike


def boundaries(times, spend):  # times: shares of the planned information, rising to 1
    at, mass, before, spent, bounds = np.zeros(1), np.ones(1), 0, 0, []
    for time in times:
        sd = np.sqrt(time - before)  # of what came since the last look
        edge = brentq(excess, 0, 9, (at, mass, sd, spend(time) - spent))
        bounds.append(edge / np.sqrt(time))
        new = edge * NODES  # sums that go on
        mass = edge * WEIGHTS * (norm.pdf(new[:, None], at, sd) @ mass)
        at, before, spent = new, time, spend(time)
    return np.array(bounds)


for times in ([0.2, 0.4, 0.6, 0.8, 1], [0.3, 0.45, 0.5, 0.9, 1]):
    print("looks at   ", *[f"{time:6.2f}" for time in times])
    for name, spend in (
        ("O'B-F-like", obrien_fleming_like),
        ("Pocock-like", pocock_like),
    ):
        print(f"{name:11}", *[f"{z:6.3f}" for z in boundaries(times, spend)])
