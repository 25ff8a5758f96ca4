"""Shows which shifts a patch embedding and a convolution carry over to their output."""

import torch
from torch import nn


def distance_to_old(layer, images, shift):  # of each token to the nearest before
    before = layer(images)[0].flatten(1).T  # (positions, width)
    after = layer(images.roll(shift, dims=3))[0].flatten(1).T
    return torch.cdist(after, before).min(dim=1).values.mean()


torch.manual_seed(0)
images = torch.randn(1, 3, 48, 48).double()
patch = nn.Conv2d(3, 32, 16, stride=16).double()
conv = nn.Conv2d(3, 32, 3, padding=1, padding_mode="circular").double()
print("how far the tokens are from those of the image before its shift")
print("shift  patch embedding  3 x 3 convolution")
for shift in (0, 1, 8, 16):
    changes = [distance_to_old(layer, images, shift) for layer in (patch, conv)]
    print(f"{shift:5d} {changes[0]:16.2f} {changes[1]:18.2f}")

block = nn.TransformerEncoderLayer(32, 4, 64, dropout=0, batch_first=True).double()
tokens = patch(images).flatten(2).mT
position = torch.randn(9, 32)
order = torch.randperm(9)
for name, added in (("without", torch.zeros(9, 32)), ("with", position)):
    plain = block(tokens + added).mean(dim=1)
    shuffled = block(tokens[:, order] + added).mean(dim=1)
    change = (plain - shuffled).abs().max()
    print(f"patches shuffled, {name} positions: pooled output changes by {change:.2f}")
