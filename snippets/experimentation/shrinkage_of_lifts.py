"""Shows that shrinking past lifts repairs what the winners claim, and its price."""

import numpy as np


def fit_prior(lift, se):  # DerSimonian–Laird: mean and variance of the true effects
    w = 1 / se**2
    mean = np.average(lift, weights=w)
    excess = (w * (lift - mean) ** 2).sum() - (len(lift) - 1)
    variance = max(excess / (w.sum() - (w**2).sum() / w.sum()), 0)
    return np.average(lift, weights=1 / (se**2 + variance)), variance


def shrink(lift, se, mean, variance):  # posterior mean if true effects are normal
    return mean + variance / (variance + se**2) * (lift - mean)


def portfolio(rng, giants, tests=4000):  # giants: share of tests with a huge effect
    spread = np.where(rng.random(tests) < giants, 3, 0.4)
    true, se = spread * rng.normal(size=tests), rng.uniform(0.2, 0.8, tests)
    return true, rng.normal(true, se), se


def rmse(estimate, true):
    return np.sqrt(((estimate - true) ** 2).mean())


for name, giants in (("normal effects", 0), ("a few giants", 0.05)):
    true, lift, se = portfolio(np.random.default_rng(0), giants)
    mean, variance = fit_prior(lift, se)
    better = shrink(lift, se, mean, variance)
    print(f"{name}: fitted sd of true effects {np.sqrt(variance):.2f}")
    print(f"  error of a lift: raw {rmse(lift, true):.2f}, ", end="")
    print(f"shrunk {rmse(better, true):.2f}")
    for label, chosen in (("winners", lift > 1.96 * se), ("lifts above 3", lift > 3)):
        if chosen.sum() > 20:
            print(f"  {label}: claimed {lift[chosen].mean():.2f}, ", end="")
            print(f"shrunk {better[chosen].mean():.2f}, true {true[chosen].mean():.2f}")
