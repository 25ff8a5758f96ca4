"""Shows a network at 2 bits: rounded after training, and trained through the rounding."""

import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy, relu


def fake_quantise(w, bits):  # rounded values forward, gradient of the identity backward
    high = 2 ** (bits - 1) - 1
    scale = w.detach().abs().amax(dim=1, keepdim=True) / high
    return w + ((w / scale).round() * scale - w).detach()


def logits(weights, x, bits=None):
    first, second = (w if bits is None else fake_quantise(w, bits) for w in weights)
    return relu(x @ first.T) @ second.T


def train(weights, x, y, bits=None, rate=0.01):
    optimiser = torch.optim.Adam(weights, rate)
    for _ in range(100):
        optimiser.zero_grad()
        cross_entropy(logits(weights, x, bits), y).backward()
        optimiser.step()


def accuracy(weights, x, y, bits=None):
    return (logits(weights, x, bits).argmax(1) == y).double().mean().item()


torch.manual_seed(2)
digits = load_digits()
order = torch.randperm(len(digits.target))
x, y = torch.tensor(digits.data)[order] / 16, torch.tensor(digits.target)[order]
train_set, test_set = (x[:1200], y[:1200]), (x[1200:], y[1200:])
weights = [torch.randn(32, 64).double() / 8, torch.randn(10, 32).double() / 6]
for w in weights:
    w.requires_grad_()

train(weights, *train_set)
print(f"trained in float:  {accuracy(weights, *test_set):.2f}")
for bits in (4, 3, 2):
    print(f"rounded to {bits} bits: {accuracy(weights, *test_set, bits):.2f}")
train(weights, *train_set, bits=2, rate=0.003)
print(f"trained on at 2 bits: {accuracy(weights, *test_set, 2):.2f}")
print(f"    its float weights, unrounded: {accuracy(weights, *test_set):.2f}")
