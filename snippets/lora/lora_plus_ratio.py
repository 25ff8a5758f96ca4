"""Shows why A and B may want different rates: A's step grows with the width, B's not."""

import numpy as np


def relative_steps(width, rank, rate, rng):
    """Return how far one signed step of A, and one of B, carries what the factor sees.

    For one example x: |ΔA x| / |A x|, and the root mean square of ΔB (A x). Adam's
    first step is the sign of the gradient, an outer product, times the rate.
    """
    x = rng.normal(size=width)
    A = rng.uniform(-1, 1, size=(rank, width)) / np.sqrt(width)
    hidden = A @ x  # (rank,)
    step_A = np.copysign(rate, np.outer(rng.normal(size=rank), x))  # (rank, width)
    step_B = np.copysign(
        rate, np.outer(rng.normal(size=8), hidden)
    )  # (8 outputs, rank)
    move_A = np.linalg.norm(step_A @ x) / np.linalg.norm(hidden)
    return move_A, np.sqrt(np.mean((step_B @ hidden) ** 2))


rng = np.random.default_rng(0)
print("width   step of A: |ΔA x| / |A x|   step of B: change of B A x")
for width in (256, 1024, 4096, 16384):
    steps = [relative_steps(width, 16, 1e-4, rng) for _ in range(50)]
    move_A, move_B = np.mean(steps, axis=0)
    print(f"{width:5} {move_A:15.2f} {move_B:27.1e}")
