"""Shows what a query that may see no key gets: NaN, zero, or the mean of hidden values."""

import torch
from torch.nn.functional import scaled_dot_product_attention


def explicit(q, k, v, keep, hidden):
    scores = (q @ k.mT / q.shape[-1] ** 0.5).masked_fill(~keep, hidden)
    return scores.softmax(dim=-1) @ v


def fused(q, k, v, keep):
    return scaled_dot_product_attention(q, k, v, attn_mask=keep)


x = torch.ones(2, 4)  # two tokens, query and key alike
v = torch.tensor([[1.0], [3.0]], requires_grad=True)
keep = torch.tensor([[True, False], [False, False]])  # the second query sees nothing
lowest = torch.finfo(x.dtype).min

for name, output in (
    ("softmax with -inf", explicit(x, x, v, keep, -torch.inf)),
    ("softmax with finfo.min", explicit(x, x, v, keep, lowest)),
    ("library", fused(x, x, v, keep)),
):
    used = output[0].sum()  # a loss that ignores the empty row
    (gradient,) = torch.autograd.grad(used, v)
    bad = bool(gradient.isnan().any())
    first, second = output[:, 0].tolist()
    print(f"{name:22} rows {first:.1f} and {second:.1f}, NaN in gradient: {bad}")

batch = x[None]  # (1, tokens, d)
for train in (True, False):
    module = torch.nn.MultiheadAttention(4, 2, batch_first=True).train(train)
    for weights in (True, False):
        with torch.set_grad_enabled(train):
            y, _ = module(batch, batch, batch, attn_mask=~keep, need_weights=weights)
        nan = bool(y.isnan().any())
        print(f"MultiheadAttention, {train=}, need_weights={weights}: NaN {nan}")
