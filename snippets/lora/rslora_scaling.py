"""Shows how far the first step moves an output as the rank grows, for two scales."""

import matplotlib.pyplot as plt
import numpy as np


def first_step_change(A, x, probe, g, scale, adam):
    """Return the change of the probe's output by one step on x from B = 0, rate 1.

    A: (r, d_in), x and probe: (d_in,), g: dL/dh of x, (d_out,).
    """
    dB = scale * np.outer(g, A @ x)  # (d_out, r)
    step = np.sign(dB) if adam else dB  # Adam's first step is ± the learning rate
    return -scale * step @ (A @ probe)  # (d_out,)


rng = np.random.default_rng(0)
d, alpha, ranks = 512, 16, [4, 16, 64, 256]
A = rng.uniform(-1, 1, size=(256, d)) / np.sqrt(d)
X, P = rng.normal(size=(2, 200, d))  # examples, and unrelated ones
G = rng.normal(size=(200, 4))

print("change, rank 4 = 1      ", *[f"{r:5d}" for r in ranks])
for name, adam, probes in (
    ("SGD, the same input", False, X),
    ("Adam, the same input", True, X),
    ("Adam, unrelated input", True, P),
):
    for rule, power in (("α/r", 1), ("α/√r", 0.5)):
        size = []
        for r in ranks:
            scale = alpha / r**power
            sample = zip(X, probes, G)
            change = [
                first_step_change(A[:r], x, p, g, scale, adam) for x, p, g in sample
            ]
            size.append(np.linalg.norm(change))
        relative = np.array(size) / size[0]
        print(f"{name:21} {rule:4}", *[f"{c:5.2f}" for c in relative])
        plt.loglog(ranks, relative, marker="o", label=f"{name}, {rule}")

plt.xlabel("rank r")
plt.ylabel("output change")
plt.xticks(ranks, ranks)
plt.legend(loc="lower left", fontsize=8)
plt.show()
