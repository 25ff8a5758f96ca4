"""Shows sums that stop growing in 16 bits, and what an fp32 accumulator changes."""

import torch


def running_sum(values, dtype):
    total = torch.zeros((), dtype=dtype)
    for value in values.to(dtype):
        total = total + value  # rounded at every addition
    return total.item()


def softmax_error(logits, dtype):
    """Largest relative error of a softmax that is computed in `dtype` throughout."""
    stored = logits.to(dtype)
    z = stored - stored.max()
    weights = z.exp()
    p = weights / running_sum(weights, dtype)
    exact = stored.double().softmax(0)  # of the same 16-bit logits
    return ((p.double() - exact) / exact).abs().max().item()


ones = torch.ones(5000)
for dtype in (torch.float32, torch.float16, torch.bfloat16):
    print(f"5000 ones in {dtype}: {running_sum(ones, dtype):.0f}")

logits = torch.linspace(-1, 1, 2000)
for dtype in (torch.float32, torch.float16, torch.bfloat16):
    print(f"softmax over 2000 in {dtype}: off by {softmax_error(logits, dtype):.0%}")
