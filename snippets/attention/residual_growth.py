"""Shows how the residual stream grows with depth, and what scaling branches does."""

import matplotlib.pyplot as plt
import numpy as np


def variances(layers, scale, d=256, tokens=64):
    rng = np.random.default_rng(0)
    h = rng.normal(size=(tokens, d))
    found = [h.var()]
    for _ in range(2 * layers):  # attention and MLP: two branches a layer
        normalised = h / np.sqrt(np.mean(h**2, axis=-1, keepdims=True))
        W = rng.normal(size=(d, d)) / np.sqrt(d)  # a branch that keeps the variance
        h = h + scale * normalised @ W
        found.append(h.var())
    return np.array(found)


layers = 24
for name, scale in (("unscaled", 1), ("scaled by 1/√(2L)", 1 / np.sqrt(2 * layers))):
    found = variances(layers, scale)
    plt.plot(found, label=name)
    print(f"{name}: variance {found[0]:.0f} at the start, {found[-1]:.0f} at the end")
plt.xlabel("branches added")
plt.ylabel("variance of the residual stream")
plt.legend()
plt.show()
