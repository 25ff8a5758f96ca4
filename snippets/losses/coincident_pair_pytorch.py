"""Shows three ways to write a distance, and what a negative pair at distance 0 feels."""

import torch
import torch.nn.functional as F


def root_of_squares(a, b):
    return ((a - b) ** 2).sum().sqrt()


def norm(a, b):
    return torch.linalg.norm(a - b)


def push_apart(distance, a, b):  # the gradient for a; a, b: (d,)
    a = a.clone().requires_grad_()
    loss = torch.relu(1 - distance(a, b)) ** 2 / 2  # a negative pair, margin 1
    loss.backward()
    return a.grad


same_point = torch.zeros(4)
for name, distance in [
    ("sqrt of a sum", root_of_squares),
    ("linalg.norm", norm),
    ("F.pairwise_distance", F.pairwise_distance),
]:
    force = push_apart(distance, same_point, same_point) + 0.0
    print(f"{name:20}", [round(value, 2) for value in force.tolist()])
