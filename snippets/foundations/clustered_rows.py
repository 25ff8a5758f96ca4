"""Shows that several answers to one question are not independent examples."""

import numpy as np


def standard_error(correct, clustered):
    """Of the mean of `correct`: (questions, answers); by question if clustered."""
    values = correct.mean(axis=1) if clustered else correct.ravel()
    return values.std(ddof=1) / np.sqrt(len(values))


def contains(truth, correct, clustered):
    margin = 1.96 * standard_error(correct, clustered)
    return abs(correct.mean() - truth) <= margin


def benchmark(questions, answers, rng):
    chance = rng.beta(0.6, 0.3, size=(questions, 1))  # of each question; mean 2/3
    return rng.binomial(1, chance, (questions, answers))


def coverage(answers, clustered, rng, sets=1000):
    drawn = (benchmark(100, answers, rng) for _ in range(sets))
    return np.mean([contains(2 / 3, correct, clustered) for correct in drawn])


rng = np.random.default_rng(0)
print("100 questions; share of 95 % intervals that contain the truth")
print("answers each  rows as examples  questions as examples")
for answers in (1, 4, 16):
    row = [coverage(answers, clustered, rng) for clustered in (False, True)]
    print(f"{answers:12d} {row[0]:17.2f} {row[1]:22.2f}")
