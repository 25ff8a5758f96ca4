"""Shows what wrong labels teach, and how a known noise matrix undoes it."""

import numpy as np
from scipy.optimize import minimize
from scipy.special import log_softmax, softmax


def learned(observed, transition):
    """Minimise the cross-entropy of transition.T @ softmax(z) against noisy labels."""

    def loss(z):
        return -observed @ np.log(transition.T @ softmax(z))

    return softmax(minimize(loss, np.zeros(len(observed))).x)


def losses_summed_over_labels(z, q=0.7):
    """Constant: then uniform label noise only rescales and shifts the risk."""
    log_p = log_softmax(z)
    p = np.exp(log_p)
    return {
        "cross-entropy": -log_p.sum(),
        "generalised (q = 0.7)": np.sum((1 - p**q) / q),
        "absolute error": np.sum(2 * (1 - p)),
    }


clean = np.array([0.55, 0.35, 0.10])  # P(class | x)
transition = np.array([[0.6, 0.4, 0], [0, 1, 0], [0, 0, 1]])  # from row to column
observed = transition.T @ clean
print("clean posterior        ", clean)
print("plain cross-entropy    ", learned(observed, np.eye(3)).round(3))
print("forward correction     ", learned(observed, transition).round(3))

unsure, sure = np.zeros(3), np.array([8.0, 0.0, 0.0])
print("sum over labels         unsure   sure")
for name, value in losses_summed_over_labels(unsure).items():
    print(f"{name:21s} {value:8.2f} {losses_summed_over_labels(sure)[name]:6.2f}")
