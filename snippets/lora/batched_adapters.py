"""Shows one batch in which every request uses its own adapter, on one shared base."""

import numpy as np


def stack(adapters, max_rank):
    # zero rows and columns bring every adapter to one rank and change no product
    d_in, d_out = adapters[0][0].shape[1], adapters[0][1].shape[0]
    A = np.zeros((len(adapters) + 1, max_rank, d_in))
    B = np.zeros((len(adapters) + 1, d_out, max_rank))
    for i, (a, b, scaling) in enumerate(adapters, 1):
        A[i, : len(a)], B[i, :, : len(a)] = a, scaling * b
    return A, B  # slot 0 stays zero: the base model


def batched_forward(x, W, A, B, slot):
    # x: (batch, tokens, d_in), slot: (batch,)
    low = np.einsum("btd,brd->btr", x, A[slot])
    return x @ W.T + np.einsum("btr,bor->bto", low, B[slot])


def extra_work(d_in, d_out, rank):  # multiply-adds a token, relative to the base layer
    return rank * (d_in + d_out) / (d_in * d_out)


rng = np.random.default_rng(0)
d, ranks = 64, (4, 16, 8)
W = rng.standard_normal((d, d)) / np.sqrt(d)
adapters = [
    (rng.standard_normal((r, d)), rng.standard_normal((d, r)) / d, 16 / r)
    for r in ranks
]
x = rng.standard_normal((5, 7, d))
slot = np.array([2, 0, 1, 3, 2])  # request 1 wants the base model
y = batched_forward(x, W, *stack(adapters, max(ranks)), slot)

alone = x @ W.T  # the oracle: one merged matrix a request
for i, s in enumerate(slot):
    if s:
        a, b, scaling = adapters[s - 1]
        alone[i] = x[i] @ (W + scaling * b @ a).T
print(f"batched equals one by one: {np.allclose(y, alone)}")
print("extra multiply-adds on a 4096 x 4096 layer:")
for rank in (8, 16, 64):
    print(f"  rank {rank:2d}: {extra_work(4096, 4096, rank):.2%}")
