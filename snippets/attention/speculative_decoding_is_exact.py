"""Shows that a drafted token, accepted or replaced, has exactly the target's law."""

import numpy as np


def residual(p, q):
    rest = np.maximum(p - q, 0)
    return rest / rest.sum() if rest.any() else p  # p = q never rejects


def output_law(p, q):
    accepted = np.minimum(p, q)  # q · min(1, p / q): drafted and accepted
    return accepted + (1 - accepted.sum()) * residual(p, q)


def accept_or_replace(p, q, rng):
    draft = rng.choice(len(q), p=q)
    if rng.random() * q[draft] < p[draft]:
        return draft, True
    return rng.choice(len(p), p=residual(p, q)), False


def tokens_per_round(alpha, drafted):
    return sum(alpha**i for i in range(drafted + 1))  # the last one is the target's own


p = np.array([0.5, 0.3, 0.15, 0.05])  # target
q = np.array([0.2, 0.3, 0.1, 0.4])  # draft
print("target    ", p)
print("output law", output_law(p, q))

rng = np.random.default_rng(0)
runs = 4000
draws = [accept_or_replace(p, q, rng) for _ in range(runs)]
tokens, accepted = np.array(draws).T
print("simulated ", (np.bincount(tokens, minlength=4) / runs).round(2))
print(
    f"accepted: {np.minimum(p, q).sum():.2f} expected, {accepted.mean():.2f} simulated"
)
naive = np.minimum(p, q) + (1 - np.minimum(p, q).sum()) * p  # redraws from p itself
print("redrawing from p instead:", naive.round(3))
for alpha in (0.6, 0.8, 0.9):
    row = ", ".join(f"{tokens_per_round(alpha, n):.2f}" for n in (2, 4, 8))
    print(f"acceptance {alpha}: tokens a round with 2, 4, 8 drafted: {row}")
