"""Shows how merging neighbouring patches shortens what a language model must read."""

import numpy as np


def merge_patches(tokens, rows, columns, m):  # tokens: (rows * columns, d)
    d = tokens.shape[1]
    grid = tokens.reshape(rows // m, m, columns // m, m, d)
    return grid.transpose(0, 2, 1, 3, 4).reshape(-1, m * m * d)


rows, columns = 2, 4
tokens = np.arange(rows * columns)[:, None]  # each token holds its own number
print("2 x 4 patches, merged 2 x 2:", merge_patches(tokens, rows, columns, 2).tolist())

print("side  patch  tokens  merged 2 x 2")
for side, patch in ((336, 14), (1344, 14)):
    grid = side // patch
    merged = merge_patches(np.zeros((grid**2, 1)), grid, grid, 2)
    print(f"{side:4d} {patch:6d} {grid**2:7d} {len(merged):13d}")
