"""Shows pruning in one step and in many, with the kept weights trained again."""

import numpy as np


def fit(gram, moment, kept):  # least squares on the kept features, by exact solution
    w = np.zeros(len(moment))
    w[kept] = np.linalg.solve(gram[np.ix_(kept, kept)], moment[kept])
    return w


def loss(gram, moment, w):  # mean squared error without its constant
    return w @ gram @ w - 2 * w @ moment


def prune(gram, moment, target, steps):  # removes the smallest, refits, repeats
    kept = np.arange(len(moment))
    sizes = np.linspace(len(moment), target, steps + 1).round().astype(int)
    for size in sizes[1:]:
        w = fit(gram, moment, kept)
        kept = np.sort(kept[np.argsort(-np.abs(w[kept]))[:size]])
    return kept


rng = np.random.default_rng(0)
mixing = rng.standard_normal((64, 64)) / 8 + 0.5 * np.eye(64)
x = rng.standard_normal((2000, 64)) @ mixing  # correlated features
y = x @ rng.standard_normal(64) + rng.standard_normal(2000)
gram, moment = x.T @ x / len(x), x.T @ y / len(x)
variance = np.mean(y**2)

full = fit(gram, moment, np.arange(64))
kept = prune(gram, moment, target=16, steps=1)
masked = np.where(np.isin(np.arange(64), kept), full, 0)
print("16 of 64 weights kept            unexplained share")
print(f"all 64                    {1 + loss(gram, moment, full) / variance:24.3f}")
print(f"one step, not refitted    {1 + loss(gram, moment, masked) / variance:24.3f}")
for steps in (1, 4, 48):
    w = fit(gram, moment, prune(gram, moment, 16, steps))
    share = 1 + loss(gram, moment, w) / variance
    print(f"refitted, {steps:2d} step(s)      {share:24.3f}")
