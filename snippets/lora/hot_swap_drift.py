"""Shows that merging and subtracting in bfloat16 does not give the base back."""

import torch


def swap_in_place(W, deltas):
    for delta in deltas:
        W = (W.float() + delta).to(W.dtype)  # merge, rounded
        W = (W.float() - delta).to(W.dtype)  # unmerge, rounded again
    return W


def drift(W, base):
    off = torch.linalg.norm(W.float() - base.float())
    return (off / torch.linalg.norm(base.float())).item()


torch.manual_seed(0)
d, r = 512, 8
base = (torch.randn(d, d) / d**0.5).bfloat16()
adapters = [torch.randn(d, r) @ torch.randn(r, d) for _ in range(100)]
# each update has a twentieth of the size of the weights
deltas = [0.05 * base.float().std() * delta / delta.std() for delta in adapters]

print("swaps   weights off   drift / |W|   drift / |update|")
for swaps in (1, 10, 100):
    W = swap_in_place(base, deltas[:swaps])
    off = (base != W).float().mean()
    print(f"{swaps:5d}{off:12.0%}{drift(W, base):14.2%}{drift(W, base) / 0.05:16.0%}")

in_float32 = swap_in_place(base.float(), deltas).bfloat16()
off = (base != in_float32).sum()
print(f"100 swaps in float32, rounded once at the end: {off} weights off")
