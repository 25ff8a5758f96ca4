"""Shows NT-Xent over 2N views: the self-pair is left out, 2N - 2 negatives remain."""

import numpy as np


def nt_xent(first, second, temperature):  # (N, d) each: two views of N examples
    z = np.concatenate([first, second])  # (2N, d)
    z = z / np.linalg.norm(z, axis=1, keepdims=True)
    logits = z @ z.T / temperature
    np.fill_diagonal(logits, -np.inf)  # a view is not its own positive or negative
    views = np.arange(len(z))
    partner = np.roll(views, len(first))
    log_partition = np.logaddexp.reduce(logits, axis=1)
    return (log_partition - logits[views, partner]).mean()


rng = np.random.default_rng(0)
N, temperature = 8, 0.5
first = rng.normal(size=(N, 16))
second = first + 0.5 * rng.normal(size=(N, 16))
print(
    f"NT-Xent at temperature {temperature}: {nt_xent(first, second, temperature):.3f}"
)
same = np.ones_like(first)
collapsed = nt_xent(same, same, temperature)
print(f"collapsed: {collapsed:.3f} = log {np.exp(collapsed):.0f}")
print(f"terms in each sum: {2 * N - 1}, of which negatives: {2 * N - 2}")
