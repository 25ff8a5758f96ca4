"""Shows a ranker learnt from raw clicks, and one from clicks over propensity."""

import numpy as np

EXAMINED = 1 / np.arange(1, 6)  # by position, measured beforehand
TRUE = np.array([0.1, 0.1, 0.7])  # relevance = 0.1 + 0.1 x1 + 0.7 x2


def features(x):  # (queries, documents, 2)
    return np.concatenate([np.ones((*x.shape[:2], 1)), x], axis=2)


def positions(score):  # 0 is the top: (queries, documents)
    return (-score).argsort(1).argsort(1)


def fit(x, label):
    flat = features(x).reshape(label.size, 3)
    return np.linalg.lstsq(flat, label.ravel())[0]


def clicks_per_query(score, label):
    return (EXAMINED[positions(score)] * label).sum(1).mean()


rng = np.random.default_rng(0)
x = rng.random((20_000, 5, 2))
relevance = features(x) @ TRUE
examined = EXAMINED[positions(x[..., 0])]  # the old ranker sorts by x1
click = rng.binomial(1, examined * relevance)

rankers = {
    "old ranker, by x1": np.array([0, 1, 0]),
    "learnt from raw clicks": fit(x, click),
    "learnt from click/propensity": fit(x, click / examined),
    "best possible": TRUE,
}
print("clicks per query, estimated three ways; weights of x1 and x2")
print("ranker                         x1    x2   raw  weighted  true")
for name, w in rankers.items():
    score = features(x) @ w
    labels = click, click / examined, relevance
    raw, weighted, true = (clicks_per_query(score, label) for label in labels)
    print(f"{name:28s} {w[1]:5.2f} {w[2]:5.2f} {raw:5.2f} {weighted:7.2f} {true:7.2f}")
