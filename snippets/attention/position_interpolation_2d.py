"""Shows that position embeddings must be resized as a grid, not as a list."""

import torch
from torch.nn.functional import interpolate


def resize_grid(positions, new):  # positions: (1 + old * old, d), the class token first
    special, grid = positions[:1], positions[1:]
    old = round(len(grid) ** 0.5)
    grid = grid.reshape(old, old, -1).permute(2, 0, 1)[None]  # (1, d, old, old)
    grid = interpolate(grid, (new, new), mode="bicubic")
    return torch.cat([special, grid[0].flatten(1).T])


def resize_list(positions, new):  # the mistake: neighbours in the list
    special, rest = positions[:1], positions[1:]
    rest = interpolate(rest.T[None], new * new, mode="linear")
    return torch.cat([special, rest[0].T])


def smooth_positions(side, d):  # stands for learned embeddings: waves over the image
    centres = (torch.arange(side) + 0.5) / side
    y, x = torch.meshgrid(centres, centres, indexing="ij")
    k = torch.arange(d) % 4 + 1  # half periods over the image
    angle = (
        torch.pi * k * torch.where(torch.arange(d) < d // 2, y[..., None], x[..., None])
    )
    return torch.cat([torch.zeros(1, d), torch.cos(angle).reshape(-1, d)])


trained = smooth_positions(14, 16)  # 224 / 16
wanted = smooth_positions(24, 16)  # 384 / 16
for name, resize in (("grid", resize_grid), ("list", resize_list)):
    error = (resize(trained, 24) - wanted).norm() / wanted.norm()
    print(f"resized as a {name}: {tuple(wanted.shape)}, relative error {error:.3f}")
change = (resize_grid(trained, 14) - trained).abs().max()
print(f"largest change at the old size: {change:.4f}")
