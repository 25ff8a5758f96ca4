"""Shows a coordinate check: how Adam's first step changes the output as width grows."""

import matplotlib.pyplot as plt
import numpy as np


def relu(x):
    return np.maximum(x, 0)


def output_change(width, mup, lr=0.001, draws=20):
    # input (10), two hidden layers of `width` with ReLU, one output
    out_scale, hidden_lr = (1 / width, lr / width) if mup else (width**-0.5, lr)
    changes = []
    for seed in range(draws):
        rng = np.random.default_rng(seed)
        x = rng.normal(size=10)
        w1 = rng.normal(size=(width, 10)) / np.sqrt(10)
        w2 = rng.normal(size=(width, width)) * np.sqrt(2 / width)
        w3 = rng.normal(size=width) * out_scale
        h1 = relu(w1 @ x)
        h2 = relu(w2 @ h1)
        # gradient of the output itself; Adam's first step is its sign
        back2 = w3 * (h2 > 0)
        back1 = (w2.T @ back2) * (h1 > 0)
        w1 = w1 + lr * np.sign(np.outer(back1, x))
        w2 = w2 + hidden_lr * np.sign(np.outer(back2, h1))
        new_w3 = w3 + hidden_lr * np.sign(h2)
        new_h2 = relu(w2 @ relu(w1 @ x))
        changes.append(abs(new_w3 @ new_h2 - w3 @ h2))
    return np.mean(changes)


widths = [32, 64, 128, 256, 512]
standard = np.array([output_change(width, mup=False) for width in widths])
mup = np.array([output_change(width, mup=True) for width in widths])
standard, mup = standard / standard[0], mup / mup[0]
print("width   standard    muP   (relative to width 32)")
for i, width in enumerate(widths):
    print(f"{width:5d} {standard[i]:10.1f} {mup[i]:6.1f}")

plt.loglog(widths, standard, "o-", label="standard")
plt.loglog(widths, mup, "o-", label="muP")
plt.xticks(widths, widths)
plt.minorticks_off()
plt.xlabel("width")
plt.ylabel("output change in the first step, relative")
plt.legend()
plt.show()
