"""Shows how much of an update survives when it is merged into 4-bit weights."""

import torch

NF4 = torch.tensor([
    -1.0, -0.69619, -0.52507, -0.39492, -0.28444, -0.18477, -0.09105, 0.0,
    0.07958, 0.16093, 0.24611, 0.33792, 0.44071, 0.56262, 0.72296, 1.0,
])  # fmt: skip


def nf4(W, block=64):  # quantised and dequantised again
    w = W.reshape(-1, block)
    scale = w.abs().amax(dim=1, keepdim=True)
    codes = torch.bucketize(w / scale, (NF4[1:] + NF4[:-1]) / 2)
    return (NF4[codes] * scale).reshape(W.shape)


def bfloat16(W):
    return W.bfloat16().float()


def merges(W, delta):
    base = nf4(W)  # what the adapter saw in training
    trained = base + delta
    tried = bfloat16(trained), nf4(trained), bfloat16(W + delta)
    # distance from the weights that were trained, in units of the update
    return [((t - trained).norm() / delta.norm()).item() for t in tried]


torch.manual_seed(0)
d, r = 512, 8
W = torch.randn(d, d)
update = torch.randn(d, r) @ torch.randn(r, d)
print("error of the merged weights, in units of the update")
print("std(update)   4-bit base,   4-bit base,       original,")
print("/ std(W)      to bfloat16   to 4 bits again   to bfloat16")
for ratio in (0.01, 0.1, 0.3):
    kept, again, original = merges(W, ratio * update / update.std())
    print(f"{ratio:<12g}{kept:13.1%}{again:18.0%}{original:14.0%}")
