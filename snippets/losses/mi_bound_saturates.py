"""Shows that log N minus InfoNCE underestimates mutual information beyond log N."""

import numpy as np


def best_critic(
    x, y, rho
):  # log p(y|x) / p(y), up to a constant, for all pairs: (N, N)
    residual = y[None] - rho * x[:, None]
    return (y[None] ** 2 - residual**2 / (1 - rho**2)).sum(axis=-1) / 2


def information_estimate(logits):  # log N - InfoNCE
    log_sum = np.logaddexp.reduce(logits, axis=1)
    return np.log(len(logits)) + (np.diag(logits) - log_sum).mean()


def true_information(rho, d):
    return -d / 2 * np.log(1 - rho**2)


rng = np.random.default_rng(0)
d = 20
print("  N  log N  true information  mean of 20 estimates by the best critic")
for N in (32, 256):
    for rho in (0.3, 0.6, 0.9):
        estimates = []
        for _ in range(20):
            x = rng.normal(size=(N, d))
            y = rho * x + np.sqrt(1 - rho**2) * rng.normal(size=(N, d))
            estimates += [information_estimate(best_critic(x, y, rho))]
        truth = true_information(rho, d)
        print(f"{N:3} {np.log(N):6.2f} {truth:17.2f} {np.mean(estimates):11.2f}")
