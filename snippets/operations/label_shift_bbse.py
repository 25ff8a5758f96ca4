"""Shows how the new class shares follow from a classifier's old confusion matrix."""

import numpy as np

CENTRES = np.array([[0.0, 0.0], [2.0, 0.0], [0.0, 2.0]])


def draw(shares, rows, rng, centres=CENTRES):
    label = rng.choice(len(shares), p=shares, size=rows)
    return centres[label] + rng.normal(size=(rows, 2)), label


def predict(x):  # any fixed classifier will do, biased or not
    return ((x[:, None] - CENTRES) ** 2).sum(-1).argmin(1)


def confusion(said, label, k):  # [i, j]: share of all rows with prediction i, label j
    return np.bincount(said * k + label, minlength=k * k).reshape(k, k) / label.size


def bbse(joint, said):
    """Shares of the labels in new rows of which only the predictions are known."""
    new = np.bincount(said, minlength=len(joint)) / said.size
    weights = np.linalg.solve(joint, new)  # new share of a label over its old share
    return weights * joint.sum(axis=0)


rng = np.random.default_rng(0)
x, label = draw([0.6, 0.3, 0.1], 20_000, rng)
joint = confusion(predict(x), label, 3)
new_shares = np.array([0.2, 0.3, 0.5])
moved = CENTRES + np.array([[0.8, 0], [0, 0], [0, 0]])  # class 0 looks different now
for name, shares, centres in (
    ("only the shares change", new_shares, CENTRES),
    ("only class 0 moves", [0.6, 0.3, 0.1], moved),
):
    x, label = draw(shares, 20_000, rng, centres)
    print(name)
    print("  true shares        ", *[f"{s:5.2f}" for s in shares])
    counted = np.bincount(predict(x), minlength=3) / label.size
    print("  count predictions  ", *[f"{s:5.2f}" for s in counted])
    print("  BBSE               ", *[f"{s:5.2f}" for s in bbse(joint, predict(x))])
