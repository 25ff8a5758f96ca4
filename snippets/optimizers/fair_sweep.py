"""Shows a comparison of optimisers: a rate each, paired seeds, a check of the grid."""

import numpy as np


def fair_sweep(train, rates, seeds):
    """train(rate, seed) -> validation loss. The best rate and its loss for each seed."""
    losses = np.array([[train(rate, seed) for seed in seeds] for rate in rates])
    mean = np.nan_to_num(losses, nan=np.inf).mean(axis=1)  # a diverged seed rules out
    best = int(mean.argmin())
    at_edge = best in (0, len(rates) - 1)
    return rates[best], losses[best], at_edge


def paired_difference(ours, theirs):
    """Mean of the differences over seeds, and its standard error."""
    difference = np.asarray(ours) - np.asarray(theirs)
    return difference.mean(), difference.std(ddof=1) / np.sqrt(len(difference))


def run(rule, rate, seed, steps=200):
    """Linear regression, one example a step; features of very different scale."""
    rng = np.random.default_rng(seed)
    scale, truth = np.logspace(0, -1, 20), rng.standard_normal(20)
    w, v = np.zeros(20), np.zeros(20)
    for t in range(1, steps + 1):
        x = scale * rng.standard_normal(20)
        g = (x @ w - x @ truth + rng.standard_normal()) * x
        v = 0.99 * v + 0.01 * g**2
        divisor = np.sqrt(v / (1 - 0.99**t)) + 1e-8 if rule == "RMSprop" else 1
        w = w - rate * (1 - t / steps) * g / divisor
    return np.sum((scale * (w - truth)) ** 2)  # excess loss, known exactly


def rule_of(name):
    return lambda rate, seed: run(name, rate, seed)


seeds, rates = range(10), (0.01, 0.02, 0.04, 0.08, 0.16, 0.32)
tuned = {name: fair_sweep(rule_of(name), rates, seeds) for name in ("SGD", "RMSprop")}
for name, (rate, loss, at_edge) in tuned.items():
    print(f"{name:8} best rate {rate}, loss {loss.mean():.1f}, edge of grid: {at_edge}")
for rate in (0.01, 0.16):
    pair = [[run(name, rate, s) for s in seeds] for name in ("RMSprop", "SGD")]
    print(f"both at {rate}: RMSprop minus SGD {paired_difference(*pair)[0]:+.1f}")
mean, error = paired_difference(tuned["RMSprop"][1], tuned["SGD"][1])
print(f"each tuned:   RMSprop minus SGD {mean:+.2f}, standard error {error:.2f}")
