"""Shows the Gaussian NLL with a predicted variance, its gradients, and β-NLL's."""

import numpy as np


def gaussian_nll(y, mean, log_var):  # without the constant log(2π)/2
    return (log_var + (mean - y) ** 2 * np.exp(-log_var)) / 2


def gradients(y, mean, log_var, beta=0.0):
    """With respect to mean and log-variance; beta = 0 is the plain NLL.

    β-NLL multiplies each example by its variance to the power beta, held constant.
    """
    weight = np.exp(beta * log_var)
    error = mean - y
    d_mean = weight * error * np.exp(-log_var)
    d_log_var = weight * (1 - error**2 * np.exp(-log_var)) / 2
    return d_mean, d_log_var


y, mean = 0.0, 4.0
print("an error of 4     gradient on the mean        on log-variance")
print("variance    NLL   beta 0  beta 0.5  beta 1    beta 0")
for variance in (1.0, 4.0, 16.0, 100.0):
    log_var = np.log(variance)
    d_mean, d_log_var = gradients(y, mean, log_var)
    half, one = (gradients(y, mean, log_var, beta)[0] for beta in (0.5, 1.0))
    print(
        f"{variance:8.0f} {gaussian_nll(y, mean, log_var):6.2f} {d_mean:8.2f}"
        f" {half:9.2f} {one:7.2f} {d_log_var:z9.2f}"
    )
