"""Shows the accuracy that privacy costs on a small data set."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import brentq
from scipy.special import softmax
from scipy.stats import norm
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression

STEPS, CLIP, LR, DELTA = 30, 1.0, 8.0, 1e-5


def noise_multiplier(epsilon):
    """Steps of N(0, σ²) on all the data are exactly one with σ / sqrt(STEPS)."""

    def excess(sigma):
        a, b = np.sqrt(STEPS) / (2 * sigma), epsilon * sigma / np.sqrt(STEPS)
        return norm.cdf(a - b) - np.exp(epsilon) * norm.cdf(-a - b) - DELTA

    return brentq(excess, 0.1, 1e4)


def fit(x, y, sigma, rng):
    """Softmax regression by full-batch noisy gradient descent, clipped per example."""
    w = np.zeros((x.shape[1], 10))
    size = np.linalg.norm(x, axis=1)
    for _ in range(STEPS):  # len(x) is treated as public
        error = softmax(x @ w, axis=1) - np.eye(10)[y]
        norms = size * np.linalg.norm(error, axis=1)  # of the outer products
        total = x.T @ (error / np.maximum(1, norms / CLIP)[:, None])
        w -= LR / len(x) * (total + sigma * CLIP * rng.standard_normal(w.shape))
    return w


def mean_accuracy(n, epsilon):
    sigma = noise_multiplier(epsilon)
    runs = [fit(x[:n], y[:n], sigma, np.random.default_rng(seed)) for seed in range(5)]
    return np.mean([(x[1200:] @ w).argmax(1) == y[1200:] for w in runs])


x, y = load_digits(return_X_y=True)
order = np.random.default_rng(0).permutation(len(y))
x, y = x[order] / 16, y[order]  # 16 is the format's maximum, not computed from the data
epsilons = np.array([0.5, 1, 2, 4, 8])
for n in (300, 1200):
    accuracy = [mean_accuracy(n, epsilon) for epsilon in epsilons]
    model = LogisticRegression(max_iter=1000).fit(x[:n], y[:n])
    ceiling = model.score(x[1200:], y[1200:])
    (line,) = plt.plot(epsilons, accuracy, "o-", label=f"{n} examples")
    plt.axhline(ceiling, linestyle=":", color=line.get_color())
    print(f"{n} examples, not private: {ceiling:.2f}")
    for epsilon, value in zip(epsilons[1:], accuracy[1:], strict=True):
        print(f"  ε = {epsilon:g}: {value:.2f}")
plt.xscale("log", base=2)
plt.xlabel("ε at δ = 1e-5")
plt.ylabel("test accuracy")
plt.legend()
plt.show()
