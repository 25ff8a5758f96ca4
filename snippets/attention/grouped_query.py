"""Shows grouped-query attention: neighbouring query heads share a key-value head."""

import torch
from torch.nn.functional import scaled_dot_product_attention


def grouped_query(q, k, v):
    # q: (batch, heads, queries, d_h); k, v: (batch, kv_heads, keys, d_h)
    batch, heads, queries, d_h = q.shape
    q = q.reshape(batch, k.shape[1], -1, d_h)  # the queries of a group, stacked
    scores = q @ k.mT / d_h**0.5  # one key head serves its whole group
    output = scores.softmax(dim=-1) @ v
    return output.reshape(batch, heads, queries, d_h)


torch.manual_seed(0)
q = torch.randn(2, 6, 4, 8)  # 6 query heads
k, v = torch.randn(2, 2, 2, 7, 8)  # 2 key-value heads: groups of 3
ours = grouped_query(q, k, v)
library = scaled_dot_product_attention(q, k, v, enable_gqa=True)
print("output", tuple(ours.shape), "from keys", tuple(k.shape))
print("same as enable_gqa:", torch.allclose(ours, library, atol=1e-6))

for name, spread in (
    ("repeat_interleave, 0 0 0 1 1 1", lambda x: x.repeat_interleave(3, dim=1)),
    ("repeat, 0 1 0 1 0 1", lambda x: x.repeat(1, 3, 1, 1)),
):
    expanded = scaled_dot_product_attention(q, spread(k), spread(v))
    print(f"{name}: same {torch.allclose(ours, expanded, atol=1e-6)}")
