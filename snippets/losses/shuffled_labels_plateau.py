"""Shows where the loss stops when the labels have nothing to do with the inputs."""

import numpy as np
from scipy.special import entr
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss


def plateau(shares):  # entropy of the class shares: the loss of the best constant
    return entr(shares).sum()


def unrelated_data(shares, n, features, rng):
    y = np.repeat(np.arange(len(shares)), np.round(n * shares).astype(int))
    return rng.standard_normal((n, features)), y  # independent of each other


def losses(shares, n, features):
    """Training and validation loss of multinomial logistic regression."""
    rng = np.random.default_rng(0)
    x, y = unrelated_data(shares, n, features, rng)
    model = LogisticRegression(solver="newton-cholesky").fit(x, y)
    new_x, new_y = unrelated_data(shares, n, features, rng)
    return log_loss(y, model.predict_proba(x)), log_loss(
        new_y, model.predict_proba(new_x)
    )


skewed, balanced = np.array([0.9, 0.05, 0.03, 0.02]), np.full(4, 0.25)
print("classes   log K  entropy  examples  features  training  validation")
for name, shares in (("balanced", balanced), ("skewed", skewed)):
    for n, features in ((4000, 4), (200, 250)):
        train, new = losses(shares, n, features)
        print(
            f"{name:9s} {np.log(len(shares)):.3f}   {plateau(shares):.3f} {n:9d} "
            f"{features:9d} {train:9.2f} {new:11.2f}"
        )
