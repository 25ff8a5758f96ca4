"""Shows a shared mean and free variances: NLL gives one group up, β-NLL does not."""

import matplotlib.pyplot as plt
import numpy as np

GAP, NOISE = 4.0, 1.0  # two equal groups, centred at 0 and GAP; noise variance NOISE


def best_variances(mean, gap, noise):  # each group's variance at its own optimum
    return np.stack([noise + mean**2, noise + (gap - mean) ** 2])  # (group, ...)


def profile_nll(mean, gap, noise):  # with these variances, without log(2π)/2
    return np.mean(np.log(best_variances(mean, gap, noise)) + 1, axis=0) / 2


def mse(mean, gap, noise):
    return best_variances(mean, gap, noise).mean(axis=0)


def train(beta, gap, noise, start, steps=2000, lr=0.1):
    mean = start
    for _ in range(steps):
        variance = best_variances(mean, gap, noise)
        errors = np.array([mean, mean - gap])  # of the two group centres
        mean = mean - lr * np.mean(variance ** (beta - 1) * errors)
    return mean


print("where gradient descent on the shared mean ends, from 1.9")
for beta in (0.0, 0.5, 1.0):
    mean = train(beta, GAP, NOISE, start=1.9)
    first, second = best_variances(mean, GAP, NOISE)
    print(
        f"beta {beta:.1f}: mean {mean:.2f}, variances {first:5.2f} and {second:5.2f},"
        f" NLL {profile_nll(mean, GAP, NOISE):.2f}, MSE {mse(mean, GAP, NOISE):.2f}"
    )

mean = np.linspace(-1, 5, 301)
plt.plot(mean, profile_nll(mean, GAP, NOISE), label="NLL, best variances")
plt.plot(mean, mse(mean, GAP, NOISE) / 8, label="MSE / 8")
plt.xlabel("shared mean")
plt.ylabel("loss")
plt.legend()
plt.show()
