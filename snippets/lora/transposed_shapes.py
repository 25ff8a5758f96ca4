"""Shows that A of shape (d, r) and B of shape (r, k) do not make an update B A."""

import numpy as np

r = 2
for d, k in ((6, 6), (6, 8)):
    A, B = np.ones((d, r)), np.ones((r, k))  # as sometimes printed
    try:
        shape = (B @ A).shape
    except ValueError:
        shape = "is undefined"
    print(f"W {d, k}: B A {shape}, A B {(A @ B).shape}")
