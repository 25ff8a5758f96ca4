"""Shows ADWIN: a window of recent errors that drops its past when the mean changes."""

import matplotlib.pyplot as plt
import numpy as np


def cuts(window, delta):
    """For each split into old and new: is the difference of the means too large?"""
    n = window.size
    old = np.arange(1, n)
    new = n - old
    sums = window.cumsum()[:-1]
    gap = np.abs(sums / old - (window.sum() - sums) / new)
    m = 1 / (1 / old + 1 / new)
    log = np.log(2 * np.log(n) / delta)
    return gap > np.sqrt(2 * window.var() * log / m) + 2 * log / (3 * m)


def adwin(stream, delta=0.002, least=10):
    """Width of the window after each value, and where it was cut."""
    window, widths, alarms = np.empty(0), [], []
    for i, x in enumerate(stream):
        window, cut = np.append(window, x), False
        while window.size > least and cuts(window, delta).any():
            window, cut = window[1:], True  # forget the oldest, look again
        widths.append(window.size)
        if cut:
            alarms.append(i)
    return np.array(widths), alarms


rng = np.random.default_rng(0)
rate = np.repeat([0.1, 0.3, 0.1], [800, 800, 800])
errors = (rng.random(rate.size) < rate).astype(float)
widths, alarms = adwin(errors)
first = alarms[0]
print(f"rate 0.1 → 0.3 at row 800: first cut at {first}, {widths[first]} rows kept")
print(f"mean of the last window: {errors[-widths[-1] :].mean():.2f}, {widths[-1]} rows")

plt.plot(widths)
plt.xlabel("row (error rate 0.1, from 800 on 0.3, from 1600 on 0.1)")
plt.ylabel("rows in the window")
plt.show()
