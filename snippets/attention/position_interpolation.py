"""Shows what context extension does to the frequencies of RoPE, pair by pair."""

import matplotlib.pyplot as plt
import numpy as np


def rope(d, base=10_000):
    return base ** (-np.arange(0, d, 2) / d)  # radians a token


def interpolated(d, scale):  # position interpolation: squeeze the positions
    return rope(d) / scale


def ntk_aware(d, scale):  # a larger base: the slowest pair is slowed by scale
    return rope(d, 10_000 * scale ** (d / (d - 2)))


def by_parts(d, scale, trained, low=1, high=32):  # as in YaRN
    turns = trained * rope(d) / (2 * np.pi)  # within the trained length
    keep = np.clip((turns - low) / (high - low), 0, 1)
    return keep * rope(d) + (1 - keep) * interpolated(d, scale)


def pairs_with_unseen_angles(new, d, length, trained):
    seen = trained * rope(d)
    return int(((seen < 2 * np.pi) & (length * new > seen * (1 + 1e-9))).sum())


d, trained, scale = 128, 4096, 4
ways = {
    "unchanged": rope(d),
    "interpolated": interpolated(d, scale),
    "NTK-aware": ntk_aware(d, scale),
    "by parts": by_parts(d, scale, trained),
}
print("pair slowed by       0    32    45    63   pairs with unseen angles")
for name, new in ways.items():
    slowed = rope(d) / new
    plt.plot(slowed, label=name)
    columns = " ".join(f"{slowed[i]:5.2f}" for i in (0, 32, 45, 63))
    unseen = pairs_with_unseen_angles(new, d, scale * trained, trained)
    print(f"{name:15s} {columns} {unseen:6d}")
plt.xlabel("pair of coordinates, fast to slow")
plt.ylabel("factor by which it turns slower")
plt.legend()
plt.show()
