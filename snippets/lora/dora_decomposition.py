"""Shows DoRA: a trained length for each output, and a LoRA update of the direction."""

import torch


class DoRALinear(torch.nn.Module):
    def __init__(self, W, rank, alpha):
        super().__init__()
        self.register_buffer("W", W)  # (d_out, d_in), frozen
        self.A = torch.nn.Parameter(torch.randn(rank, W.shape[1]) / W.shape[1] ** 0.5)
        self.B = torch.nn.Parameter(torch.zeros(W.shape[0], rank))
        self.m = torch.nn.Parameter(W.norm(dim=1))  # one length an output
        self.scaling = alpha / rank

    def weight(self):
        V = self.W + self.scaling * self.B @ self.A
        # the norm is treated as a constant in the backward pass, as in the paper
        return (self.m / V.norm(dim=1).detach())[:, None] * V

    def forward(self, x):  # x: (tokens, d_in)
        return x @ self.weight().T


torch.manual_seed(0)
W = torch.randn(6, 10)
layer = DoRALinear(W, rank=2, alpha=4)
x = torch.randn(3, 10)
print(f"at the start equal to the base: {torch.allclose(layer(x), x @ W.T, atol=1e-5)}")

layer.B.data.normal_()
length = layer.weight().norm(dim=1)
lora_length = (W + layer.scaling * layer.B @ layer.A).norm(dim=1)
print("after a change of A and B alone:")
print(f"  DoRA keeps the lengths: {torch.allclose(length, layer.m)}")
print(f"  LoRA keeps the lengths: {torch.allclose(lora_length, layer.m)}")

layer.m.data *= 1.5
change = layer.weight() - layer.W
print(
    f"rank of the change of the weights: {torch.linalg.matrix_rank(change)}, with r = 2"
)
merged = layer.weight().detach()
print(f"merges into one matrix: {torch.allclose(x @ merged.T, layer(x))}")
