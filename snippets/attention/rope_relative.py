"""Shows that rotating queries and keys leaves only their distance in the score."""

import matplotlib.pyplot as plt
import numpy as np


def frequencies(d, base=10_000):
    return base ** (-np.arange(0, d, 2) / d)  # (d / 2,), radians a token


def rotate(x, position):
    angle = position * frequencies(len(x))
    a, b = x[::2], x[1::2]  # pairs of neighbours
    turned = [
        a * np.cos(angle) - b * np.sin(angle),
        a * np.sin(angle) + b * np.cos(angle),
    ]
    return np.stack(turned, axis=-1).reshape(len(x))


def score(q, k, m, n):  # the query is token m, the key token n
    return rotate(q, m) @ rotate(k, n)


d = 128
rng = np.random.default_rng(0)
q, k = rng.normal(size=(2, d))
for m, n in ((10, 7), (1010, 1007), (7, 10)):
    print(f"query at {m:4d}, key at {n:4d}: score {score(q, k, m, n):.3f}")

far = rotate(k, -50)  # a query that looks for k, 50 tokens back
profile = [score(far, k, 300, 300 - gap) for gap in range(300)]
print("a query can prefer any distance:", np.argmax(profile))

for base in (10_000, 500_000):
    wavelengths = 2 * np.pi / frequencies(d, base)  # tokens a turn
    slow = (wavelengths > 8192).sum()
    print(f"base {base}: wavelengths {wavelengths[0]:.2f} to {wavelengths[-1]:,.0f};")
    print(f"  {slow} of {d // 2} pairs never finish a turn in 8192 tokens")
    plt.semilogy(wavelengths, label=f"base {base:,}")
plt.axhline(8192, color="C2", linestyle="--", label="8192 tokens")
plt.xlabel("pair of coordinates")
plt.ylabel("wavelength, tokens")
plt.legend()
plt.show()
