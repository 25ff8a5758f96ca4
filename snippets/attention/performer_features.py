"""Shows positive random features: unbiased for the kernel, biased for its ratio."""

import numpy as np


def features(x, W):
    # x: (n, d), W: (draws, m, d); E[features(q) · features(k)] = exp(q · k)
    scale = np.sqrt(W.shape[-2])
    return np.exp(x @ W.mT - (x**2).sum(axis=1, keepdims=True) / 2) / scale


def relative_variance(q, k, m):
    return (np.exp(((q + k) ** 2).sum()) - 1) / m  # Var / exp(q · k)²


def estimates(q, K, V, W):
    weights = (features(q, W) @ features(K, W).mT)[:, 0]  # (draws, keys)
    return weights, weights @ V / weights.sum(axis=1)  # kernels, attention outputs


rng = np.random.default_rng(0)
q = np.array([[0.8, 0.4]])
K = np.array([[0.6, 0.0], [-0.6, 0.4], [0.0, -0.8]])
V = np.array([0.0, 1.0, 2.0])
kernel = np.exp(q @ K.T)[0]
print("exact: kernel", kernel.round(2), f"attention {kernel @ V / kernel.sum():.2f}")
for m in (1, 4, 64):
    kernels, outputs = estimates(q, K, V, rng.normal(size=(640_000 // m, m, 2)))
    print(f"m = {m:2d}: kernel {kernels.mean(axis=0).round(1)}", end=" ")
    print(f"attention {outputs.mean():.2f}, std {outputs.std():.2f}")

for name, k in (("aligned", q[0]), ("opposite", -q[0])):
    print(f"{name}: relative variance {relative_variance(q[0], k, 1):.1f} / m")
