"""Shows regression as classification: HL-Gauss targets, read-out and gradient."""

import numpy as np
from scipy.special import ndtr, softmax


def hl_gauss_target(y, edges, sigma):  # mass of N(y, sigma²) in each bin
    mass = np.diff(ndtr((edges - y) / sigma))  # (bins,)
    return mass / mass.sum()


def read_out(p, edges):  # mean of the predicted histogram
    return p @ (edges[:-1] + edges[1:]) / 2


def cross_entropy_gradient(logits, target):  # with respect to the logits
    return softmax(logits) - target


edges = np.linspace(-10, 10, 41)  # 40 bins of width 0.5
sigma = 0.75 * 0.5
print("target   read-out of its histogram   |CE gradient|   |MSE gradient|")
uniform = np.zeros(40)  # an untrained network, whose read-out is 0
for y in (0.3, 3.3, 8.2, 9.9):
    target = hl_gauss_target(y, edges, sigma)
    size = np.linalg.norm(cross_entropy_gradient(uniform, target))
    print(f"{y:6.1f} {read_out(target, edges):18.2f} {size:22.2f} {2 * y:15.2f}")
