"""Shows that a patch embedding is one linear layer, and a convolution of stride P."""

import torch
from torch import nn


def patchify(images, p):  # images: (batch, channels, height, width)
    b, c, h, w = images.shape
    grid = images.reshape(b, c, h // p, p, w // p, p)
    return grid.permute(0, 2, 4, 1, 3, 5).reshape(b, -1, c * p * p)


def patchify_channels_last(images, p):
    b, c, h, w = images.shape
    grid = images.reshape(b, c, h // p, p, w // p, p)
    return grid.permute(0, 2, 4, 3, 5, 1).reshape(b, -1, p * p * c)


torch.manual_seed(0)
images = torch.randn(2, 3, 32, 48)
conv = nn.Conv2d(3, 64, kernel_size=8, stride=8)
expected = conv(images).flatten(2).transpose(1, 2)  # (batch, patches, width)

patches = patchify(images, 8)
print("patches", tuple(patches.shape), "tokens", tuple(expected.shape))
tokens = patches @ conv.weight.flatten(1).T + conv.bias
print("linear layer equals convolution:", torch.allclose(tokens, expected, atol=1e-5))

patches = patchify_channels_last(images, 8)
tokens = patches @ conv.weight.flatten(1).T + conv.bias
print("pixels in another order:", torch.allclose(tokens, expected, atol=1e-5))
weight = conv.weight.permute(0, 2, 3, 1).flatten(1)
tokens = patches @ weight.T + conv.bias
print("weights in that order too:", torch.allclose(tokens, expected, atol=1e-5))
