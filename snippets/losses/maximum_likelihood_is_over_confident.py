"""Shows that cross-entropy without a penalty is over-confident on new data."""

import numpy as np
from sklearn.linear_model import LogisticRegression


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def fit(X, y, penalty):  # minimises summed cross-entropy + penalty/2 |w|²
    C = 1 / penalty if penalty else np.inf
    model = LogisticRegression(C=C, fit_intercept=False, solver="newton-cholesky")
    return model.fit(X, y).coef_[0]


def calibration_slope(z, y):  # b of sigmoid(b z); below 1: over-confident
    return fit(z[:, None], y, penalty=0)[0]


def draw(n, w, rng):  # the model is true: P(y = 1) = sigmoid(x w)
    X = rng.normal(size=(n, len(w)))
    return X, rng.random(n) < sigmoid(X @ w)


rng = np.random.default_rng(0)
truth = np.full(100, 0.2)
X, y = draw(500, truth, rng)
X_new, y_new = draw(20_000, truth, rng)
print("           slope on         on new data")
print("penalty  training data   slope  confidence  accuracy")
for penalty in (0, 40, 200):
    w = fit(X, y, penalty)
    z = X_new @ w
    confidence, accuracy = sigmoid(abs(z)).mean(), ((z > 0) == y_new).mean()
    print(f"{penalty:7d} {calibration_slope(X @ w, y):14.2f}", end="")
    print(f" {calibration_slope(z, y_new):7.2f} {confidence:11.2f} {accuracy:9.2f}")
