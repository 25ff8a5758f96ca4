"""Shows from what length the quadratic part of a block outweighs its matrices."""

import matplotlib.pyplot as plt
import numpy as np


def matrix_flops(n, d, kv_share=1.0, mlp=8.0):
    # weights: queries, output 2 d²; keys, values 2 d² kv_share; MLP mlp d²
    return 2 * n * d**2 * (2 + 2 * kv_share + mlp)


def pair_flops(n, d, causal=False):
    pairs = n * (n + 1) / 2 if causal else n * n
    return 4 * d * pairs  # scores, and weights times values


def crossover(d, kv_share=1.0, mlp=8.0, causal=False):
    per_token = matrix_flops(1, d, kv_share, mlp) / (
        4 * d
    )  # pairs a token, at equality
    return 2 * per_token - 1 if causal else per_token


def quadratic_share(n, d, causal):
    pairs = pair_flops(n, d, causal)
    return pairs / (pairs + matrix_flops(n, d))


d = 4096
print("against              all pairs   causal")
for name, kv_share, mlp in (
    ("projections", 1, 0),
    ("with an MLP of 4 d", 1, 8),
    ("Llama 3 8B's block", 1 / 4, 3 * 14336 / 4096),
):
    full, half = (crossover(d, kv_share, mlp, causal) for causal in (False, True))
    print(f"{name:20s} {full:9.0f} {half:8.0f}")

n = np.geomspace(512, 131072, 50)
for causal in (False, True):
    share = quadratic_share(n, d, causal)
    plt.semilogx(n, share, label="causal" if causal else "all pairs")
short = 2048
share = quadratic_share(short, d, True)
print(f"{short} tokens, causal: {share:.3f} of the FLOP is quadratic")
plt.xlabel("sequence length")
plt.ylabel("share of the block's FLOP")
plt.legend()
plt.show()
