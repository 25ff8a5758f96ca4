"""Shows a whole GPT, with the number of its parameters by formula."""

import torch
from torch import nn
from torch.nn.functional import scaled_dot_product_attention


class Block(nn.Module):
    def __init__(self, d, heads):
        super().__init__()
        self.heads = heads
        self.norm_1, self.norm_2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.qkv, self.out = nn.Linear(d, 3 * d), nn.Linear(d, d)
        wide, narrow = nn.Linear(d, 4 * d), nn.Linear(4 * d, d)
        self.mlp = nn.Sequential(wide, nn.GELU(approximate="tanh"), narrow)

    def attention(self, x):  # (batch, n, d)
        qkv = self.qkv(x).unflatten(-1, (3, self.heads, -1))
        q, k, v = qkv.permute(2, 0, 3, 1, 4)  # each (batch, heads, n, d / heads)
        mixed = scaled_dot_product_attention(q, k, v, is_causal=True)
        return self.out(mixed.transpose(1, 2).flatten(2))

    def forward(self, x):
        x = x + self.attention(self.norm_1(x))
        return x + self.mlp(self.norm_2(x))


class GPT(nn.Module):
    def __init__(self, vocabulary, length, layers, d, heads):
        super().__init__()
        self.tokens, self.positions = (
            nn.Embedding(vocabulary, d),
            nn.Embedding(length, d),
        )
        self.blocks = nn.ModuleList(Block(d, heads) for _ in range(layers))
        self.norm = nn.LayerNorm(d)
        for name, p in self.named_parameters():
            if name.endswith("weight") and p.dim() == 2:
                branch_end = name.endswith(("out.weight", "mlp.2.weight"))
                nn.init.normal_(
                    p, std=0.02 / (2 * layers) ** 0.5 if branch_end else 0.02
                )
            elif name.endswith("bias"):
                nn.init.zeros_(p)

    def forward(self, ids):  # (batch, n)
        x = self.tokens(ids) + self.positions.weight[: ids.shape[1]]
        for block in self.blocks:
            x = block(x)
        return self.norm(x) @ self.tokens.weight.T  # tied: the embedding is the head


def parameter_count(vocabulary, length, layers, d):
    return (vocabulary + length) * d + layers * (12 * d**2 + 13 * d) + 2 * d


with torch.device("meta"):  # shapes without memory
    model = GPT(50257, 1024, layers=12, d=768, heads=12)
print(f"GPT-2 small: {sum(p.numel() for p in model.parameters()):,} parameters")
print(f"by formula:  {parameter_count(50257, 1024, 12, 768):,}")
