"""Shows that the Student-t NLL is a loss whose gradient fades for large errors."""

import numpy as np
from scipy.special import gammaln


def student_t_nll(e, nu, scale):
    constant = gammaln(nu / 2) - gammaln((nu + 1) / 2) + np.log(nu * np.pi) / 2
    spread = (nu + 1) / 2 * np.log1p((e / scale) ** 2 / nu)
    return spread + constant + np.log(scale)


def gradient(e, nu, scale):
    return (nu + 1) * e / (nu * scale**2 + e**2)


print("error   gradient, nu = 3   nu = 30   Gaussian")
for e in (0.5, 1.0, 3.0, 10.0, 100.0):
    print(f"{e:5.1f} {gradient(e, 3, 1):18.2f} {gradient(e, 30, 1):9.2f} {e:10.2f}")
e = np.linspace(0, 10, 10_001)
print(f"nu = 3: the pull is largest at e = {e[np.argmax(gradient(e, 3, 1))]:.2f}")
