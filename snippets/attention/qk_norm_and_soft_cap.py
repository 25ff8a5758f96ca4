"""Shows two ways to bound attention scores: QK-norm and a soft cap."""

import numpy as np


def rms_norm(x):
    return x / np.sqrt(np.mean(x**2, axis=-1, keepdims=True) + 1e-6)


def scores(Q, K):
    return Q @ K.T / np.sqrt(Q.shape[-1])


def soft_cap(z, cap):
    return cap * np.tanh(z / cap)


def soft_cap_slope(z, cap):
    return 1 - np.tanh(z / cap) ** 2


rng = np.random.default_rng(0)
Q, K = rng.normal(size=(2, 100, 64))
print("growth of W_q and W_k   plain   capped at 50   QK-norm   (largest score)")
for growth in (1, 4, 16):
    plain = scores(growth * Q, growth * K)
    normed = scores(rms_norm(growth * Q), rms_norm(growth * K))
    columns = plain.max(), soft_cap(plain, 50).max(), normed.max()
    print(f"{growth:21d} {columns[0]:7.1f} {columns[1]:14.1f} {columns[2]:9.1f}")
print(f"bound of QK-norm with gain 1: √64 = {np.sqrt(64):.0f}")
slopes = soft_cap_slope(np.array([10, 200]), 50)
print(f"slope of the cap at 10 and 200: {slopes.round(3)}")
