"""Shows the usual schedules as functions of the step, each a factor of the peak rate."""

import matplotlib.pyplot as plt
import numpy as np

TOTAL, WARMUP = 1000, 100  # update t = 0 is the first, t = TOTAL - 1 the last


def warm_up(t):  # never 0, and exactly 1 when the warm-up ends
    return np.minimum(1, (t + 1) / WARMUP)


def progress(t, start=WARMUP):  # 0 when the decay starts, 1 after the last update
    return np.clip((t - start) / (TOTAL - start), 0, 1)


def cosine(t, floor=0.1):
    return floor + (1 - floor) * (1 + np.cos(np.pi * progress(t))) / 2


def linear(t):
    return 1 - progress(t)


def warm_up_stable_decay(t, decay_from=0.8 * TOTAL):
    return 1 - np.sqrt(progress(t, decay_from))


def inverse_square_root(t):
    return np.sqrt(WARMUP / np.maximum(t + 1, WARMUP))


def step_decay(t, factor=0.1, every=400):
    return factor ** (t // every)


def restarts(t, period=250):
    return (1 + np.cos(np.pi * (t % period) / period)) / 2


t = np.arange(TOTAL)
curves = {
    "cosine to 0.1": warm_up(t) * cosine(t),
    "linear to 0": warm_up(t) * linear(t),
    "stable, then decay": warm_up(t) * warm_up_stable_decay(t),
    "inverse square root": warm_up(t) * inverse_square_root(t),
    "steps": step_decay(t),
    "warm restarts": restarts(t),
}
print("                     t = 0    99   500   900   999    mean")
for (name, factor), style in zip(curves.items(), ["-"] * 4 + ["--"] * 2, strict=True):
    values = "".join(f"{factor[i]:6.3f}" for i in (0, 99, 500, 900, 999))
    print(f"{name:20}{values}{factor.mean():8.3f}")
    plt.plot(t, factor, style, label=name)
plt.xlabel("update t")
plt.ylabel("learning rate / peak")
plt.ylim(0, 1.6)  # room for the legend
plt.legend(ncols=2, loc="upper right")
plt.show()
