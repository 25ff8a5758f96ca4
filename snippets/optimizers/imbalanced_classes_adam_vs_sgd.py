"""Shows that rare classes hold back tuned momentum and not Adam, without any noise."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import log_softmax


def train(rule, rate, share, common=4, steps=100):
    """Excess loss of each class after each step; full expected gradients."""
    K = len(share)
    X = np.c_[np.eye(K), np.full(K, common)]  # an input per class, and a shared one
    target = 0.9 * np.eye(K) + 0.1 * share  # label noise, drawn by frequency
    W, m, v, curve = np.zeros((K + 1, K)), 0, 0, []
    log_p = log_softmax(X @ W, axis=1)
    for t in range(1, steps + 1):
        g = X.T @ (share[:, None] * (np.exp(log_p) - target))
        m, v = 0.9 * m + g, 0.999 * v + 0.001 * g**2
        if rule == "Adam":
            W = W - rate * 0.1 * m / (1 - 0.9**t) / np.sqrt(v / (1 - 0.999**t))
        else:
            W = W - rate * m
        log_p = log_softmax(X @ W, axis=1)
        curve.append((target * (np.log(target) - log_p)).sum(axis=1))
    return np.array(curve)  # (steps, K)


def best(rule, rates, share):
    runs = {rate: train(rule, rate, share) for rate in rates}
    rate = min(rates, key=lambda r: runs[r][-1] @ share)
    return rate, runs[rate]


RATES = {"momentum": (0.3, 1, 3, 10, 30, 100, 300), "Adam": (0.1, 0.3, 1)}
zipf = 1 / np.arange(1, 101)
problems = {"1/rank": zipf / zipf.sum(), "equal": np.full(100, 0.01)}
tuned = {(p, r): best(r, RATES[r], problems[p]) for p in problems for r in RATES}
print("frequencies            rate    loss   10 common   50 rare")
for (problem, rule), (rate, curve) in tuned.items():
    common, rare, end = curve[:, :10], curve[:, 50:], curve[-1] @ problems[problem]
    parts = f"{end:8.2f}{common[-1].mean():12.2f}{rare[-1].mean():10.2f}"
    print(f"{problem:8} {rule:9}{rate:9}{parts}")
    if problem == "1/rank":
        style = "-" if rule == "Adam" else "--"
        plt.plot(common.mean(axis=1), style + "C0", label=f"{rule}, 10 common")
        plt.plot(rare.mean(axis=1), style + "C1", label=f"{rule}, 50 rare")

alone = train("momentum", 30, problems["1/rank"], common=0)[-1] @ problems["1/rank"]
print(f"1/rank   momentum       30{alone:8.2f}   without the shared input")

plt.xlabel("step")
plt.ylabel("loss above the best possible")
plt.legend()
plt.show()
