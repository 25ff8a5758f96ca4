"""Shows checkpointed blocks: equal gradients, fewer tensors kept, a second forward."""

import torch
from torch import nn
from torch.autograd.graph import saved_tensors_hooks
from torch.utils.checkpoint import checkpoint


class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.dropout, self.calls = nn.Dropout(), 0

    def forward(self, x):
        self.calls += 1
        return x + self.dropout(self.down(nn.functional.gelu(self.up(x))))


def train_step(blocks, x, checkpointed):
    """Gradient, bytes of activations kept for the backward pass, forward passes."""
    weights = {p.untyped_storage().data_ptr() for p in blocks.parameters()}
    kept = {}  # address of the storage: its bytes

    def note(tensor):
        storage = tensor.untyped_storage()
        if storage.data_ptr() not in weights:
            kept[storage.data_ptr()] = storage.nbytes()
        return tensor

    blocks.zero_grad()
    torch.manual_seed(1)  # the same dropout in both runs
    with saved_tensors_hooks(note, lambda tensor: tensor):
        for block in blocks:
            x = checkpoint(block, x, use_reentrant=False) if checkpointed else block(x)
        loss = x.square().mean()
    loss.backward()
    gradient = torch.cat([p.grad.flatten() for p in blocks.parameters()])
    return gradient, sum(kept.values()), sum(block.calls for block in blocks)


results = []
for checkpointed in (False, True):
    torch.manual_seed(0)
    x = torch.randn(64, 32)
    blocks = nn.ModuleList([Block(32) for _ in range(8)])
    gradient, kept, calls = train_step(blocks, x, checkpointed)
    results.append(gradient)
    print(f"checkpointed {checkpointed}: {kept / 1024:.0f} KiB kept, {calls} forwards")
print("gradients equal, dropout included:", torch.equal(*results))
