"""Shows what a query that may see no key gets: NaN, zero, or the mean of hidden values."""

import torch
from torch.nn.functional import scaled_dot_product_attention


def explicit(q, k, v, keep, hidden):
    scores = (q @ k.mT / q.shape[-1] ** 0.5).masked_fill(~keep, hidden)
    return scores.softmax(dim=-1) @ v


def fused(q, k, v, keep):
    return scaled_dot_product_attention(q, k, v, attn_mask=keep)


torch.manual_seed(0)
q, k = torch.randn(2, 2, 4)  # two tokens each, d_k = 4
v = torch.tensor([[1.0], [3.0]], requires_grad=True)
keep = torch.tensor([[True, False], [False, False]])  # the second query sees nothing
lowest = torch.finfo(q.dtype).min

for name, output in (
    ("softmax with -inf", explicit(q, k, v, keep, -torch.inf)),
    ("softmax with finfo.min", explicit(q, k, v, keep, lowest)),
    ("library", fused(q, k, v, keep)),
):
    used = output[0].sum()  # a loss that ignores the empty row
    (gradient,) = torch.autograd.grad(used, v)
    bad = bool(gradient.isnan().any())
    print(f"{name:22} second row {output[1].item():4.1f}, NaN in gradient: {bad}")

x = torch.randn(1, 2, 4)
for train in (True, False):
    module = torch.nn.MultiheadAttention(4, 2, batch_first=True).train(train)
    for weights in (True, False):
        with torch.set_grad_enabled(train):
            y, _ = module(x, x, x, attn_mask=~keep, need_weights=weights)
        nan = bool(y.isnan().any())
        print(f"MultiheadAttention, {train=}, need_weights={weights}: NaN {nan}")
