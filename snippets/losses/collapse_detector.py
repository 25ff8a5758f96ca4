"""Shows the gauges that tell healthy embeddings from collapsed ones."""

import numpy as np


def unit(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def spread(z):  # 1 if the mean is zero, 0 if all rows are one point; z: unit rows
    return np.sqrt(z.var(axis=0).sum())


def effective_rank(z):  # RankMe: exp(entropy of the normalised singular values)
    sizes = np.linalg.svd(z, compute_uv=False)
    shares = sizes[sizes > 0] / sizes.sum()
    return np.exp(-(shares * np.log(shares)).sum())


def alignment(z, other):  # mean squared distance of positive pairs; lower is better
    return ((z - other) ** 2).sum(axis=1).mean()


def uniformity(z):  # log of the mean Gaussian potential over pairs; lower is better
    i, j = np.triu_indices(len(z), 1)
    return np.log(np.exp(-2 * ((z[i] - z[j]) ** 2).sum(axis=1)).mean())


rng = np.random.default_rng(0)
x = rng.normal(size=(512, 32))
view = x + 0.3 * rng.normal(size=x.shape)  # the positive of each example
encoders = {
    "healthy": lambda x: unit(x),
    "4 dimensions": lambda x: unit(x * (np.arange(32) < 4)),
    "one point": lambda x: unit(1 + 0.01 * x),
}
print("embeddings     spread  effective rank  alignment  uniformity")
for name, encode in encoders.items():
    z, other = encode(x), encode(view)
    gauges = f"{spread(z):7.2f} {effective_rank(z):15.1f} {alignment(z, other):10.3f}"
    print(f"{name:13} {gauges} {uniformity(z) + 0.0:11.3f}")
