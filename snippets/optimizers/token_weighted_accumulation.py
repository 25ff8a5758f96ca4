"""Shows the gradient of sequences of unequal length, with a right and a wrong divisor."""

import torch
from torch.nn.functional import cross_entropy

PAD = -100  # what cross_entropy ignores


def accumulate(w, batches, loss_of):
    """Sum of the gradients of loss_of(logits, labels) over the batches."""
    total = torch.zeros_like(w)
    for x, labels in batches:  # x: (tokens, features), labels: (tokens,)
        leaf = w.clone().requires_grad_()
        loss_of(x @ leaf, labels).backward()
        total += leaf.grad
    return total


def mean_of_means(w, batches):
    return accumulate(w, batches, lambda z, y: cross_entropy(z, y) / len(batches))


def one_divisor(w, batches):
    """Count the tokens of all batches first, then divide each sum by the count."""
    tokens = sum((labels != PAD).sum() for _, labels in batches)
    return accumulate(
        w, batches, lambda z, y: cross_entropy(z, y, reduction="sum") / tokens
    )


def batch(length, scored):
    labels = torch.randint(3, (length,))
    labels[scored:] = PAD  # the prompt or the padding
    return torch.randn(length, 4).double(), labels


torch.manual_seed(0)
w = torch.randn(4, 3).double()
for scored in ((50, 50, 50, 50), (90, 60, 40, 10), (194, 2, 2, 2)):
    batches = [batch(200, n) for n in scored]
    everything = [tuple(torch.cat(parts) for parts in zip(*batches))]
    right = accumulate(w, everything, cross_entropy)
    off = [
        (way(w, batches) - right).norm() / right.norm()
        for way in (mean_of_means, one_divisor)
    ]
    print(f"scored {scored}: mean of means off by {off[0]:.1f}, sum by {off[1]:.1f}")
