"""Shows two worlds with one log: no estimator can tell actions never tried."""

import numpy as np


def log_rows(rng, reward, logging, n):
    a = rng.choice(len(logging), n, p=logging)
    return a, rng.binomial(1, reward[a])


def off_policy(a, r, target, logging):
    w = target[a] / logging[a]
    return (w * r).mean(), (w * r).sum() / w.sum(), w.mean()


logging = np.array([0.8, 0.2, 0.0])  # the third action is never shown
target = np.array([0.1, 0.3, 0.6])
lost = target[logging == 0].sum()

print("reward of the third action   truth    IPS  SNIPS  mean weight")
for unseen in (0.0, 0.9):
    reward = np.array([0.2, 0.4, unseen])
    a, r = log_rows(np.random.default_rng(0), reward, logging, 100_000)
    ips, snips, mean_weight = off_policy(a, r, target, logging)
    truth = target @ reward
    print(f"{unseen:26.1f} {truth:7.3f} {ips:6.3f} {snips:6.3f} {mean_weight:12.3f}")
print(f"target's probability without any data: {lost:.2f}")
print(f"rewards in [0, 1]: the value lies in [{ips:.3f}, {ips + lost:.3f}]")
