"""Shows a switchback under carry-over: bias, spread and false alarms by block."""

import numpy as np
from scipy import stats

HOURS, NOW, LATER = 480, 1.0, 1.0  # effect in the same hour, and in the next


def demand(rng, runs):  # a shock fades by a fifth per hour: (runs, hours)
    noise = rng.normal(size=(runs, HOURS))
    for t in range(1, HOURS):
        noise[:, t] += 0.8 * noise[:, t - 1]
    return noise


def schedule(rng, runs, block):  # every block on or off by a coin: (runs, hours)
    return (rng.binomial(1, 0.5, (runs, HOURS // block)) == 1).repeat(block, axis=1)


def effect(on):
    before = np.concatenate([on[:, :1], on[:, :-1]], axis=1)
    return NOW * on + LATER * before


def analyse(y, on, block, burn_in=0):
    # least squares of block means on the switch: estimate and p-value per run
    means = y.reshape(*on[:, ::block].shape, block)[:, :, burn_in:].mean(2)
    x = on[:, ::block] - on.mean(1, keepdims=True)
    slope = (x * means).sum(1) / (x**2).sum(1)
    error = means - means.mean(1, keepdims=True) - slope[:, None] * x
    freedom = means.shape[1] - 2
    se = np.sqrt((error**2).sum(1) / freedom / (x**2).sum(1))
    return slope, 2 * stats.t.sf(abs(slope / se), freedom)


rng = np.random.default_rng(0)
noise = demand(rng, 1_000)
print(f"effect of switching for good: {NOW + LATER:.1f}")
print("block   estimate  without first hour (sd)   false alarms: hours, blocks")
for block in (1, 6, 24):
    on = schedule(rng, 1_000, block)
    plain, _ = analyse(noise + effect(on), on, block)
    alarms = [(analyse(noise, on, size)[1] < 0.05).mean() for size in (1, block)]
    line = f"{block:3d} h {plain.mean():10.2f}"
    if block > 1:
        late, _ = analyse(noise + effect(on), on, block, burn_in=1)
        line += f" {late.mean():13.2f} ({late.std():.2f})"
    print(f"{line:37s} {alarms[0]:15.0%} {alarms[1]:7.0%}")
