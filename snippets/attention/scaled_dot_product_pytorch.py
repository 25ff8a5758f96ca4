"""Shows attention in three lines of PyTorch, and that the library function agrees."""

import torch
from torch.nn.functional import scaled_dot_product_attention


def attention(q, k, v):
    # q: (..., queries, d_k), k: (..., keys, d_k), v: (..., keys, d_v)
    scores = q @ k.mT / q.shape[-1] ** 0.5  # (..., queries, keys)
    return scores.softmax(dim=-1) @ v  # (..., queries, d_v)


torch.manual_seed(0)
q = torch.randn(2, 3, 5, 8)  # (batch, heads, queries, d_k)
k = torch.randn(2, 3, 7, 8)  # cross-attention: another number of keys
v = torch.randn(2, 3, 7, 6)  # d_v may differ from d_k

ours = attention(q, k, v)
library = scaled_dot_product_attention(q, k, v)
print("output:", tuple(ours.shape))
print("same as the library's:", torch.allclose(ours, library, atol=1e-6))
