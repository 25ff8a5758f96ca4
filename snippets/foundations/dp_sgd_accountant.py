"""Shows the epsilon of DP-SGD by Rényi orders and by the privacy loss itself."""

import numpy as np
from scipy.special import gammaln, logsumexp
from scipy.stats import norm


def rdp_epsilon(q, sigma, steps, delta):
    """Sampled Gaussian, integer orders (Mironov 2019), best order for this delta."""
    best = np.inf
    for order in range(2, 64):
        k = np.arange(order + 1)
        log_binomial = gammaln(order + 1) - gammaln(k + 1) - gammaln(order - k + 1)
        log_weight = log_binomial + k * np.log(q) + (order - k) * np.log1p(-q)
        rdp = steps * logsumexp(log_weight + k * (k - 1) / (2 * sigma**2)) / (order - 1)
        slack = np.log1p(-1 / order) - np.log(delta * order) / (order - 1)
        best = min(best, rdp + slack)
    return best


def loss_distribution(q, sigma, grid, remove):
    """Probability of each privacy loss: of the data with a person, or without."""
    step = grid[1] - grid[0]
    edges = np.append(grid, grid[-1] + step) - step / 2
    sign = 1 if remove else -1  # the loss is ± log(mixture / N(0, σ²))
    ratio = np.maximum(np.expm1(sign * edges) + q, 0)
    with np.errstate(divide="ignore"):
        x = sigma**2 * np.log(ratio / q) + 0.5  # the output with this loss
    below = norm.cdf(x / sigma)
    if remove:
        below = (1 - q) * below + q * norm.cdf((x - 1) / sigma)
    return np.abs(np.diff(below))


def pld_epsilon(q, sigma, steps, delta, reach=20, points=200_000):
    """Adds up the losses of all steps by FFT; both directions; nearest grid point."""
    grid = np.linspace(-reach, reach, points, endpoint=False)
    worst = 0.0
    for remove in (True, False):
        one = np.fft.ifftshift(loss_distribution(q, sigma, grid, remove))
        total = np.fft.fftshift(np.fft.irfft(np.fft.rfft(one) ** steps, points))
        low, high = 0.0, reach
        for _ in range(30):  # delta falls as epsilon grows
            epsilon = (low + high) / 2
            over = grid > epsilon
            spent = np.sum(total[over] * -np.expm1(epsilon - grid[over]))
            low, high = (epsilon, high) if spent > delta else (low, epsilon)
        worst = max(worst, high)
    return worst


print(" noise   rate  steps   RDP   PLD")
for sigma, q, steps in ((1.0, 0.01, 1000), (1.0, 0.01, 4000), (2.0, 0.01, 4000)):
    both = (f(q, sigma, steps, 1e-5) for f in (rdp_epsilon, pld_epsilon))
    print("{:6.1f} {:6.2f} {:6d} {:5.2f} {:5.2f}".format(sigma, q, steps, *both))
