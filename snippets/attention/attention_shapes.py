"""Shows the two matrix products of attention as boxes, drawn to scale."""

import matplotlib.pyplot as plt
import numpy as np


def draw(ax, x, y, name, size, matrix, colour):
    rows, columns = matrix.shape
    ax.add_patch(plt.Rectangle((x, y), columns, -rows, fill=False, ec=colour, lw=3))
    ax.text(x + columns / 2, y - rows / 2, name, ha="center", va="center", size=17)
    ax.text(x + columns / 2, y - rows - 0.4, size, ha="center", va="top", size=15)


rng = np.random.default_rng(0)
Q = rng.normal(size=(4, 3))  # 4 queries, d_k = 3
K = rng.normal(size=(6, 3))  # 6 keys
V = rng.normal(size=(6, 5))  # d_v = 5
S = Q @ K.T
A = np.exp(S / np.sqrt(3))
A /= A.sum(axis=1, keepdims=True)
O = A @ V

_, ax = plt.subplots(figsize=(6, 6))
for x, y, name, size, matrix, colour in (
    (0, 15, "Q", "n × d_k", Q, "C0"),
    (6, 15, "Kᵀ", "d_k × m", K.T, "C1"),
    (15, 15, "S", "n × m", S, "C3"),
    (0, 6, "A", "n × m", A, "C3"),
    (8, 6, "V", "m × d_v", V, "C2"),
    (15, 6, "O", "n × d_v", O, "C0"),
):
    draw(ax, x, y, name, size, matrix, colour)
    print(f"{name:2} {size:8} {matrix.shape}")
for x, y, sign in ((4.5, 13, "·"), (13.5, 13, "="), (7, 4, "·"), (14, 4, "=")):
    ax.text(x, y, sign, ha="center", va="center", size=20)
ax.text(0, 7.3, "A = softmax of each row of S/√d_k", size=15)
ax.set(xlim=(-0.5, 21.5), ylim=(-2, 15.5), aspect="equal")
ax.axis("off")
plt.show()
