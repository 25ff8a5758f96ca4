"""Shows that four regression losses are negative log-densities, and draws these."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import erf


def squared(e):  # e = prediction - target
    return e**2 / 2


def absolute(e):
    return np.abs(e)


def pinball(e, tau=0.8):
    return np.maximum(-tau * e, (1 - tau) * e)


def huber(e, delta=2.0):
    clipped = np.clip(e, -delta, delta)
    return clipped * (e - clipped / 2)  # e²/2 inside, delta (|e| - delta/2) outside


def huber_normaliser(delta=2.0):  # Gaussian core plus two exponential tails
    core = np.sqrt(2 * np.pi) * erf(delta / np.sqrt(2))
    return core + 2 * np.exp(-(delta**2) / 2) / delta


# name: loss and the integral of exp(-loss) over all errors
families = {
    "Gaussian": (squared, np.sqrt(2 * np.pi)),
    "Laplace": (absolute, 2.0),
    "asymmetric Laplace": (pinball, 1 / (0.8 * 0.2)),
    "Huber": (huber, huber_normaliser()),
}

error = np.linspace(-60, 60, 120_001)
print("density             area under exp(-loss) / Z    -log density at e = 6")
for name, (loss, normaliser) in families.items():
    density = np.exp(-loss(error)) / normaliser
    area = np.trapezoid(density, error)
    at_six = loss(6.0) + np.log(normaliser)
    print(f"{name:18}  {area:12.4f}  {at_six:26.2f}")
    near = np.abs(error) < 6
    plt.semilogy(error[near], density[near], label=name)
plt.xlabel("error e = prediction - target")
plt.ylabel("density, log scale")
plt.legend()
plt.show()
