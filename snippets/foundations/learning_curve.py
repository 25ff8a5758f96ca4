"""Shows learning curves: more data helps the flexible model, not the rigid one."""

import matplotlib.pyplot as plt
import numpy as np


def errors(n, used, rng, features=20, repeats=200):
    """Mean train and test error of least squares on the first columns alone."""
    assert used <= features
    w = np.full(features, 0.5)
    x = rng.standard_normal((repeats, 2 * n, features))
    y = x @ w + rng.standard_normal((repeats, 2 * n))
    x = x[..., :used]
    train, test = (x[:, :n], y[:, :n]), (x[:, n:], y[:, n:])
    transposed = train[0].swapaxes(1, 2)
    fit = np.linalg.solve(transposed @ train[0], transposed @ train[1][..., None])
    return [((y - (x @ fit)[..., 0]) ** 2).mean() for x, y in (train, test)]


rng = np.random.default_rng(0)
sizes = np.array([25, 30, 50, 100, 200])
rigid, flexible = [np.array([errors(n, used, rng) for n in sizes]) for used in (4, 20)]

print("       4 of 20 features  all 20 features")
print("   n     train   test      train   test")
for n, few, many in zip(sizes, rigid, flexible):
    print(f"{n:4d} {few[0]:9.1f} {few[1]:6.1f} {many[0]:10.1f} {many[1]:6.1f}")

for name, curve, colour in (("rigid", rigid, "C0"), ("flexible", flexible, "C1")):
    plt.plot(sizes, curve[:, 1], colour, label=f"{name}, test")
    plt.plot(sizes, curve[:, 0], colour + "--", label=f"{name}, train")
plt.xlabel("training examples")
plt.ylabel("mean squared error")
plt.legend()
plt.show()
