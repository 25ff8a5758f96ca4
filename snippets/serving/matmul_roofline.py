"""Shows from which batch on a matrix product is bound by arithmetic instead of memory."""

import matplotlib.pyplot as plt
import numpy as np

BANDWIDTH, PEAK = 4.8e12, 989e12  # H200: bytes/s, FLOP/s of dense bfloat16


def traffic(m, k, n, weight=2, activation=2):  # (m, k) @ (k, n), each moved once
    return weight * k * n + activation * m * (k + n)


def least_seconds(m, k, n):
    return np.maximum(traffic(m, k, n) / BANDWIDTH, 2 * m * k * n / PEAK)


def balance(k, n, weight=2, activation=2, peak=PEAK):
    # the m at which moving the bytes takes as long as the arithmetic
    spare = 2 * k * n * BANDWIDTH / peak - activation * (k + n)
    return weight * k * n / spare


k = n = 4096
print(f"ridge: {PEAK / BANDWIDTH:.0f} FLOP a byte")
print("batch  FLOP a byte  at least us  of peak FLOP/s")
for m in (1, 16, 64, 256, 1024):
    seconds = least_seconds(m, k, n)
    work = 2 * m * k * n
    share = work / seconds / PEAK
    print(f"{m:5d} {work / traffic(m, k, n):12.1f} {1e6 * seconds:12.1f} {share:15.1%}")
print(f"bound by arithmetic from batch, bfloat16: {balance(k, n):.0f}")
print(f"8-bit weights and activations: {balance(k, n, 1, 1, 2 * PEAK):.0f}")
print(f"4-bit weights, bfloat16 arithmetic: {balance(k, n, 0.5):.0f}")
print(f"a wide layer, 4096 x 14336: {balance(4096, 14336):.0f}")

m = np.unique(np.logspace(0, 4, 60).astype(int))
intensity = 2 * m * k * n / traffic(m, k, n)
plt.loglog(intensity, 2 * m * k * n / least_seconds(m, k, n) / 1e12, "o-")
plt.axvline(PEAK / BANDWIDTH, linestyle=":", color="C1", label="ridge")
plt.xlabel("FLOP a byte of a (batch, 4096) @ (4096, 4096) product")
plt.ylabel("TFLOP/s, upper bound")
plt.legend()
plt.show()
