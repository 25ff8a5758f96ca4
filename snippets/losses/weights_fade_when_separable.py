"""Shows class weights fading as a model that separates its training data is fitted longer."""

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit, log_expit

x = np.array([-3.0, -2.0, -1.0, 2.0])  # three negatives, one positive
y = np.array([0, 0, 0, 1])


def boundary(weight, decay):
    """Where p = 1/2 after minimising the weighted loss + ½ decay w²; logit w x + b."""
    importance = np.where(y == 1, weight, 1.0)

    def objective(theta):
        w, b = theta
        z = w * x + b
        loss = -importance @ np.where(y == 1, log_expit(z), log_expit(-z))
        push = importance * (expit(z) - y)  # gradient in the logits
        return loss + decay * w**2 / 2, [push @ x + decay * w, push.sum()]

    w, b = minimize(objective, np.zeros(2), jac=True, method="BFGS", tol=0).x
    return -b / w


for decay in (1, 1e-1, 1e-2, 1e-4, 1e-8):
    print(
        f"decay {decay:6.0e}: boundary at {boundary(1, decay):5.2f} without weights, "
        f"{boundary(100, decay):5.2f} with weight 100"
    )
