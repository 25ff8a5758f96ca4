"""Shows a surrogate index that works, and two changes that fool surrogates."""

import numpy as np


def early_signals(rng, n, depth_shift=0.0, click_shift=0.0):
    depth = depth_shift + rng.normal(size=n)  # sessions that ended well
    clicks = click_shift + depth + rng.normal(size=n)  # follow depth, and curiosity
    return np.column_stack((depth, clicks))  # (n, 2)


def year_later(rng, signals, direct=0.0):  # only depth matters for retention
    return 0.8 * signals[:, 0] + direct + 2 * rng.normal(size=len(signals))


def fit_index(signals, outcome):  # slopes of the outcome on the early signals
    centred = signals - signals.mean(axis=0)
    return np.linalg.lstsq(centred, outcome - outcome.mean())[0]


def difference(a, b):  # of means, and its standard error
    return b.mean() - a.mean(), np.sqrt(a.var() / len(a) + b.var() / len(b))


rng = np.random.default_rng(0)
n = 200_000
past = early_signals(rng, n)
outcome = year_later(rng, past)
both, clicks = fit_index(past, outcome), fit_index(past[:, 1:], outcome)
print("change          a year later        index  clicks only")
for name, depth_shift, click_shift, direct in (
    ("better ranking", 0.2, 0, 0),
    ("clickbait", -0.1, 0.5, 0),
    ("more ads", 0, 0, -0.1),
):
    old, new = early_signals(rng, n), early_signals(rng, n, depth_shift, click_shift)
    true, true_se = difference(year_later(rng, old), year_later(rng, new, direct))
    index, se = difference(old @ both, new @ both)
    alone, _ = difference(old[:, 1:] @ clicks, new[:, 1:] @ clicks)
    print(f"{name:15s}", *(f"{x:12.2f}" for x in (true, index, alone)))
print(f"standard error, a year later over index: {true_se / se:.1f}")
