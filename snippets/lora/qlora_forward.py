"""Shows a QLoRA layer: 4-bit codes at rest, gradients for the adapter only."""

import torch

NF4 = torch.tensor([
    -1.0, -0.69619, -0.52507, -0.39492, -0.28444, -0.18477, -0.09105, 0.0,
    0.07958, 0.16093, 0.24611, 0.33792, 0.44071, 0.56262, 0.72296, 1.0,
])  # fmt: skip


def quantise(W, block=64):
    scale = W.reshape(-1, block).abs().amax(dim=1, keepdim=True)
    codes = torch.bucketize(W.reshape(-1, block) / scale, (NF4[1:] + NF4[:-1]) / 2)
    codes = codes.flatten().to(torch.uint8)
    return codes[::2] * 16 + codes[1::2], scale  # two codes a byte


def dequantise(packed, scale, shape, dtype):
    codes = torch.stack([packed // 16, packed % 16], dim=1).long()
    return (NF4[codes].reshape(len(scale), -1) * scale).reshape(shape).to(dtype)


class FrozenLinear(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, packed, scale, shape):
        ctx.save_for_backward(packed, scale)  # the 4-bit codes, never the 16-bit matrix
        ctx.shape = shape
        return x @ dequantise(packed, scale, shape, x.dtype).T

    @staticmethod
    def backward(ctx, g):
        return g @ dequantise(*ctx.saved_tensors, ctx.shape, g.dtype), None, None, None


class QLoRALinear(torch.nn.Module):
    def __init__(self, W, rank, alpha):
        super().__init__()
        packed, scale = quantise(W)
        self.register_buffer("packed", packed)
        self.register_buffer("scale", scale)
        self.shape, self.scaling = W.shape, alpha / rank
        self.A = torch.nn.Parameter(torch.randn(rank, W.shape[1]) / W.shape[1] ** 0.5)
        self.B = torch.nn.Parameter(torch.zeros(W.shape[0], rank))

    def forward(self, x):  # x: (tokens, d_in), in the compute precision
        base = FrozenLinear.apply(x, self.packed, self.scale, self.shape)
        return base + self.scaling * x @ self.A.T.to(x.dtype) @ self.B.T.to(x.dtype)


torch.manual_seed(0)
W = torch.randn(512, 512) / 512**0.5
layer = QLoRALinear(W, rank=8, alpha=16)
x = torch.randn(4, 512).bfloat16().requires_grad_()
layer(x).square().sum().backward()
stored = layer.packed.nbytes + layer.scale.nbytes
print(f"base at rest: {8 * stored / 512**2:.1f} bits a weight")
print(f"trainable: {[name for name, _ in layer.named_parameters()]}, {layer.A.dtype}")
reached = [bool(t.grad.any()) for t in (x, layer.B)]
print(f"a gradient reaches the input and B: {reached}")
