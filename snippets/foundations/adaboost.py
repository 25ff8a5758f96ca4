"""Shows AdaBoost with stumps on one feature, and its bound on the training error."""

import numpy as np


def fit_stump(x, y, weight):
    """(error, threshold, sign) of the best of all cuts; brute force, for few points."""
    values = np.unique(x)
    cuts = [np.inf, *((values[1:] + values[:-1]) / 2)]
    stumps = [(t, s) for t in cuts for s in (1, -1)]
    return min((weight[np.where(x > t, s, -s) != y].sum(), t, s) for t, s in stumps)


def adaboost(x, y, rounds):
    weight, score, bound = np.full(len(x), 1 / len(x)), np.zeros(len(x)), 1.0
    for _ in range(rounds):
        error, threshold, sign = fit_stump(x, y, weight)
        if not 0 < error < 0.5:
            raise ValueError("a stump is perfect, or none is better than chance")
        prediction = np.where(x > threshold, sign, -sign)
        vote = np.log((1 - error) / error) / 2
        score += vote * prediction
        weight = weight * np.exp(np.where(prediction == y, -vote, vote))
        bound *= weight.sum()  # the sum is 2 sqrt(error (1 - error))
        weight /= weight.sum()
        yield np.mean(np.sign(score) != y), bound, weight[prediction != y].sum()


x = np.arange(10.0)
y = np.array([1, 1, 1, -1, -1, -1, 1, 1, 1, -1])
print("round  training error  bound  the last stump under the new weights")
for i, (error, bound, after) in enumerate(adaboost(x, y, 3), start=1):
    print(f"{i:5} {error:15.2f} {bound:6.3f} {after:10.2f}")
