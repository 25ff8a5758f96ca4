"""Shows what clipped importance weights gain in variance and lose in bias."""

import matplotlib.pyplot as plt
import numpy as np


def clipped_moments(clip, propensity, reward, rows):
    # a target that takes one action, logged with `propensity`: (contexts,)
    w = np.minimum(1 / propensity, clip)
    mean = (propensity * reward * w).mean()
    second = (propensity * reward * w**2).mean()  # rewards are 0 or 1
    bias = mean - reward.mean()
    return bias, np.sqrt((second - mean**2) / rows)


rare = np.array([0.01]), np.array([0.30]), 1_000
for clip in (100, 20):
    bias, sd = clipped_moments(clip, *rare)
    print(f"propensity 0.01, clip at {clip:3d}: mean {0.3 + bias:.3f}, sd {sd:.3f}")

propensity = np.geomspace(0.002, 0.5, 30)  # thirty contexts, equally frequent
reward = np.linspace(0.5, 0.1, 30)  # best where the action was rarely tried
clips = np.geomspace(2, 500, 200)
for rows, label in ((300, "300 rows"), (30_000, "30,000 rows")):
    moments = [clipped_moments(clip, propensity, reward, rows) for clip in clips]
    bias, sd = np.array(moments).T
    error = np.sqrt(bias**2 + sd**2)
    best = error.argmin()
    print(f"{label}: best clip {clips[best]:.0f}, error {error[best]:.3f} there,")
    print(f"  of which bias {bias[best]:.3f}; without a clip {error[-1]:.3f}")
    plt.semilogx(clips, error, label=f"error, {label}")
plt.semilogx(clips, -bias, "--", label="size of the bias")
plt.xlabel("weights clipped at")
plt.ylabel("root mean squared error")
plt.legend()
plt.show()
