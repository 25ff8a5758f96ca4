"""Shows four ways to choose a clipping limit, and that they value outliers differently."""

import numpy as np
from scipy.stats import entropy


def restore(x, limit, levels=127):  # symmetric 8 bits: codes -127 to 127
    scale = limit / levels
    return np.clip(np.round(x / scale), -levels, levels) * scale


def squared_error(x, limit):
    return np.mean((x - restore(x, limit)) ** 2)


def entropy_limit(x, bins=2048, levels=128):  # the idea of TensorRT's entropy method
    counts, edges = np.histogram(np.abs(x), bins)

    def divergence(kept):
        p = counts[:kept].astype(float)
        code = np.arange(kept) * levels // kept  # bins that share a code
        mass = np.bincount(code, p)
        p[-1] += counts[kept:].sum()  # clipped values pile up in the last bin
        used = np.maximum(np.bincount(code, p > 0), 1)
        return entropy(p, np.where(p > 0, (mass / used)[code], 0))

    return edges[min(range(levels, bins + 1, 8), key=divergence)]


def limits(x):
    top = np.abs(x).max()
    return {
        "min-max": top,
        "99.9th percentile": np.percentile(np.abs(x), 99.9),
        "squared error": min(
            np.linspace(0.02, 1, 50) * top, key=lambda m: squared_error(x, m)
        ),
        "entropy": entropy_limit(x),
    }


rng = np.random.default_rng(0)
laplace = rng.laplace(size=20_000)
spiky = rng.standard_normal(20_000)
spiky[:20] = 40 * np.sign(spiky[:20])  # one value in a thousand
for name, x in (("Laplace", laplace), ("normal with spikes of 40", spiky)):
    print(f"{name:26s} limit  error of all  of the usual")
    usual = x[np.abs(x) < np.percentile(np.abs(x), 99)]
    for method, limit in limits(x).items():
        parts = np.sqrt([squared_error(x, limit), squared_error(usual, limit)])
        print(f"  {method:22s}{limit:8.1f}{parts[0]:14.3f}{parts[1]:14.3f}")
