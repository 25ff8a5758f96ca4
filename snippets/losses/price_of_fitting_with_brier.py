"""Shows how many more examples squared error needs than maximum likelihood."""

import numpy as np
from scipy.special import expit as sigmoid

nodes = np.linspace(-10, 10, 2001)
weights = np.exp(-(nodes**2) / 2)  # x ~ N(0, 1)
weights /= weights.sum()
features = np.stack([np.ones_like(nodes), nodes])  # (2, nodes): intercept, x


def mean_outer(scale):  # E[scale(x) x xᵀ]: (2, 2)
    return features * (weights * scale) @ features.T


def variances(slope, intercept=0.0):
    """Asymptotic variance, times n, of the slope under each loss; the model is true."""
    p = sigmoid(intercept + slope * nodes)
    v = p * (1 - p)  # variance of the label, and dp/dz
    likelihood = np.linalg.inv(mean_outer(v))
    bread = np.linalg.inv(mean_outer(v**2))  # half the expected Hessian of (p - y)²
    squared = bread @ mean_outer(v**3) @ bread
    return likelihood[1, 1], squared[1, 1]


for slope in (0.5, 1, 2, 4, 8):
    likelihood, squared = variances(slope)
    ratio = squared / likelihood
    print(f"slope {slope}: squared error needs {ratio:.2f} times the examples")
