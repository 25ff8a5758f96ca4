"""Shows the best constant prediction under five metrics: the score to beat."""

import numpy as np


def best_constant(score, candidates):
    scores = [score(c) for c in candidates]
    best = int(np.argmin(scores))
    return candidates[best], scores[best]


rng = np.random.default_rng(0)
amounts = rng.lognormal(mean=3.0, sigma=1.0, size=2001)  # skewed, as amounts are
grid = np.linspace(1, 100, 1981)
print(f"amounts: mean {amounts.mean():.1f}, median {np.median(amounts):.1f}")
for name, score in {
    "root mean squared error": lambda c: np.sqrt(np.mean((amounts - c) ** 2)),
    "mean absolute error": lambda c: np.mean(abs(amounts - c)),
    "mean absolute percentage error": lambda c: np.mean(abs(amounts - c) / amounts),
}.items():
    constant, value = best_constant(score, grid)
    print(f"{name:31} best constant {constant:5.1f}, score {value:6.2f}")

clicked = np.repeat([True, False], [40, 1960])
rates = np.arange(1, 1000) / 1000
for name, score in {
    "log loss": lambda p: -np.mean(np.log(np.where(clicked, p, 1 - p))),
    "Brier score": lambda p: np.mean((clicked - p) ** 2),
}.items():
    constant, value = best_constant(score, rates)
    print(f"{name:31} best constant {constant:5.3f}, score {value:6.4f}")
print(f"accuracy of 'nobody clicks'     {np.mean(~clicked):.2f}")
everybody = 2 * clicked.mean() / (1 + clicked.mean())  # precision: base rate, recall: 1
print(f"F1 of 'everybody clicks'        {everybody:.3f}")
