"""Shows how to see which weights an adapter reaches, before the first step."""

import torch
from torch import nn


class Experts(nn.Module):
    """Four experts fused into 3-D parameters, as current libraries store them."""

    def __init__(self, experts=4, width=64, hidden=128):
        super().__init__()
        self.gate_up_proj = nn.Parameter(torch.zeros(experts, 2 * hidden, width))
        self.down_proj = nn.Parameter(torch.zeros(experts, width, hidden))


def audit(model, names):
    """Return ({name: linear layers it matches}, share of the weights they hold)."""
    matched = dict.fromkeys(names, 0)
    reached = 0
    for path, module in model.named_modules():
        name = path.rpartition(".")[2]
        if isinstance(module, nn.Linear) and name in matched:
            matched[name] += 1
            reached += module.weight.numel()
    weights = sum(p.numel() for p in model.parameters() if p.ndim > 1)
    return matched, reached / weights


def block(mlp):
    projections = {n: nn.Linear(64, 64, bias=False) for n in ("q_proj", "v_proj")}
    return nn.ModuleDict({"attention": nn.ModuleDict(projections), "mlp": mlp})


names = ["gate_up_proj", "down_proj", "q_proj", "v_proj"]
dense = {"gate_up_proj": nn.Linear(64, 256), "down_proj": nn.Linear(128, 64)}
for kind, mlp in (("dense", nn.ModuleDict(dense)), ("mixture of experts", Experts())):
    matched, share = audit(block(mlp), names)
    missing = [name for name, count in matched.items() if count == 0]
    print(f"{kind}: reaches {share:.0%} of the weights")
    print("  matches nothing:", missing or "none")
