"""Shows what each wrong order of the calls in a training step does, without an error."""

import warnings

import torch
from torch.nn.utils import clip_grad_norm_


def lengths(calls):
    """How far three steps move the weights; the gradient is always (6, 8), of norm 10."""
    w = torch.zeros(2, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5)
    call = {
        "zero": optimizer.zero_grad,
        "backward": lambda: (w @ torch.tensor([6.0, 8.0])).backward(),
        "clip": lambda: clip_grad_norm_(w, max_norm=1.0),
        "step": optimizer.step,
        "schedule": scheduler.step,
    }
    moved = []
    for _ in range(3):
        before = w.detach().clone()
        for name in calls.split():
            call[name]()
        moved.append((w.detach() - before).norm().item())
    return moved


orders = {
    "right": "zero backward clip step schedule",
    "clip after step": "zero backward step clip schedule",
    "clip before backward": "zero clip backward step schedule",
    "zero before step": "backward clip zero step schedule",
    "schedule first": "schedule zero backward clip step",
    "no zero": "backward step schedule",
}
for name, calls in orders.items():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        moved = lengths(calls)
    row = " ".join(f"{length:6.3f}" for length in moved)
    print(f"{name:20} {row}  warnings: {len(caught)}")
