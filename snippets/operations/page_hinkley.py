"""Shows the Page–Hinkley test on a stream of errors whose rate rises."""

import numpy as np


def page_hinkley(stream, delta=0.005, threshold=50.0, least=30):
    """Position of the first alarm for a rise of the mean, or None."""
    mean, total, lowest = 0.0, 0.0, np.inf
    for i, x in enumerate(stream, start=1):
        mean += (x - mean) / i
        total += x - mean - delta  # falls by delta a step while the mean stands still
        lowest = min(lowest, total)
        if i >= least and total - lowest > threshold:
            return i - 1
    return None


def error_stream(rng, change=2_000, length=4_000, before=0.1, after=0.2):
    rate = np.where(np.arange(length) < change, before, after)
    return (rng.random(length) < rate).astype(float)


streams = [error_stream(np.random.default_rng(seed)) for seed in range(40)]
print("threshold   false alarms   median delay   missed")
for threshold in (10, 20, 50, 100):
    alarms = [page_hinkley(s, threshold=threshold) for s in streams]
    false = sum(a is not None and a < 2_000 for a in alarms)
    delays = [a - 2_000 for a in alarms if a is not None and a >= 2_000]
    print(f"{threshold:9} {false:11} / 40", end="")
    print(f" {np.median(delays):12.0f}" if delays else " " * 12 + "-", end="")
    print(f" {alarms.count(None):8}")
