"""Shows what a gated MLP keeps for its backward pass, by what is trained."""

import torch
from torch import nn
from torch.nn.functional import silu
from torch.utils.checkpoint import checkpoint


class Linear(nn.Module):
    def __init__(self, d_in, d_out, train, r, dropout):
        super().__init__()
        self.base = nn.Linear(d_in, d_out, bias=False).requires_grad_(train)
        self.A = nn.Parameter(torch.randn(r, d_in)) if r else None
        self.B = nn.Parameter(torch.zeros(d_out, r)) if r else None
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        h = self.base(x)
        return h if self.A is None else h + self.dropout(x) @ self.A.T @ self.B.T


class GatedMLP(nn.Module):
    def __init__(self, width, hidden, train=False, r=0, dropout=0.0):
        super().__init__()
        self.gate = Linear(width, hidden, train, r, dropout)
        self.up = Linear(width, hidden, train, r, dropout)
        self.down = Linear(hidden, width, train, r, dropout)

    def forward(self, x):
        return self.down(silu(self.gate(x)) * self.up(x))


def kept_megabytes(function, module, x):
    """Return the size of the tensors that autograd keeps, weights not counted."""
    weights = {weight.untyped_storage().data_ptr() for weight in module.parameters()}
    kept = {}

    def pack(tensor):
        storage = tensor.untyped_storage()
        if storage.data_ptr() not in weights:
            kept[storage.data_ptr()] = storage.nbytes()
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor):
        function(x)
    return sum(kept.values()) / 1e6


x = torch.randn(512, 256, requires_grad=True)  # as below it, adapters train too
for name, options in (
    ("trained in full", {"train": True}),
    ("frozen", {}),
    ("frozen + LoRA, r = 8", {"r": 8}),
    ("the same, dropout 0.05", {"r": 8, "dropout": 0.05}),
):
    mlp = GatedMLP(256, 1024, **options)
    print(f"{name:23} {kept_megabytes(mlp, mlp, x):6.2f} MB")
size = kept_megabytes(lambda x: checkpoint(mlp, x, use_reentrant=False), mlp, x)
print(f"the same, checkpointed  {size:6.2f} MB, its input alone")
