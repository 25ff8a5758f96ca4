"""Shows adapters without gradients: reentrant checkpointing behind a frozen start."""

import warnings

import torch
from torch.utils.checkpoint import checkpoint


class Block(torch.nn.Module):
    def __init__(self, d, rank):
        super().__init__()
        self.base = torch.nn.Linear(d, d).requires_grad_(False)
        self.A = torch.nn.Parameter(torch.randn(rank, d) / d**0.5)
        self.B = torch.nn.Parameter(torch.randn(d, rank) / rank**0.5)

    def forward(self, h):
        return torch.relu(self.base(h) + h @ self.A.T @ self.B.T)


def adapters_with_gradient(h, blocks, use_reentrant):
    for block in blocks:
        block.zero_grad()
    for block in blocks[:-1]:  # the last block is not checkpointed
        h = checkpoint(block, h, use_reentrant=use_reentrant)
    blocks[-1](h).square().sum().backward()
    return [block.B.grad is not None for block in blocks]


torch.manual_seed(0)
embedding = torch.nn.Embedding(10, 8).requires_grad_(False)
blocks = [Block(8, 2), Block(8, 2), Block(8, 2)]
h = embedding(torch.tensor([1, 2, 3]))  # (tokens, d), from a frozen table
tracked = h.clone().requires_grad_()

warnings.simplefilter("ignore")  # reentrant checkpointing does warn: read it
print("gradient in blocks 1, 2, 3 (1 and 2 are checkpointed)")
print("reentrant:                          ", adapters_with_gradient(h, blocks, True))
print(
    "reentrant, embedding output tracked:",
    adapters_with_gradient(tracked, blocks, True),
)
print("not reentrant:                      ", adapters_with_gradient(h, blocks, False))
