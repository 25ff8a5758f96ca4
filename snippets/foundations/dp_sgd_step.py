"""Shows one step of DP-SGD: clip each example's gradient, add noise to the sum."""

import torch
from torch.func import functional_call, grad, vmap
from torch.nn.functional import cross_entropy


def per_example_gradients(model, x, y):
    def loss(parameters, one_x, one_y):
        logits = functional_call(model, parameters, (one_x[None],))
        return cross_entropy(logits, one_y[None])

    parameters = {name: p.detach() for name, p in model.named_parameters()}
    return vmap(grad(loss), in_dims=(None, 0, 0))(parameters, x, y)


def clipped_sum(gradients, clip):
    """Sums over the batch after scaling each example to norm at most `clip`."""
    squares = [g.flatten(1).square().sum(1) for g in gradients.values()]
    scale = (clip / sum(squares).sqrt()).clamp(max=1)  # (batch,), one for all layers
    return {name: torch.tensordot(scale, g, 1) for name, g in gradients.items()}


def dp_sgd_step(model, x, y, lr, clip, noise_multiplier, expected_batch):
    total = clipped_sum(per_example_gradients(model, x, y), clip)
    with torch.no_grad():
        for name, p in model.named_parameters():
            noise = noise_multiplier * clip * torch.randn_like(p)
            p -= lr * (total[name] + noise) / expected_batch  # not len(x): it is secret


def distance(a, b):
    return sum((a[name] - b[name]).square().sum() for name in a).sqrt()


torch.manual_seed(0)
model = torch.nn.Linear(5, 3)
x, y = torch.randn(8, 5), torch.randint(3, (8,))
x[7] *= 100  # one person far from the others
gradients = per_example_gradients(model, x, y)
without = {name: g[:7] for name, g in gradients.items()}
summed = [
    {name: g.sum(0, keepdim=True) for name, g in part.items()}
    for part in (gradients, without)
]
for label, views in (
    ("each example clipped", (gradients, without)),
    ("the batch's sum clipped", summed),
):
    moved = distance(*(clipped_sum(view, 1.0) for view in views))
    print(f"{label:23s}: one person moves the sum by {moved:.2f}")

before = {name: p.detach().clone() for name, p in model.named_parameters()}
dp_sgd_step(model, x, y, 0.5, clip=1.0, noise_multiplier=1.0, expected_batch=8)
moved = distance(before, dict(model.named_parameters()))
print(f"one noisy step moves the weights by {moved:.2f}")
