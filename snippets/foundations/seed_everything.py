"""Shows what seeding fixes, and three things that it does not."""

import random

import numpy as np
import torch


def seed_everything(seed):
    random.seed(seed)
    np.random.seed(seed)  # noqa: NPY002  the global generator that libraries use
    torch.manual_seed(seed)  # the processor and every accelerator


def draws():
    return random.random(), np.random.random(), torch.rand(()).item()  # noqa: NPY002


def own():
    return np.random.default_rng().random()  # takes its seed from the system


def shuffle_after(extra_layer, generator=None):
    """The first shuffle of a run whose model may have one layer more."""
    seed_everything(0)
    if extra_layer:
        torch.nn.Linear(2, 2)
    return torch.randperm(1000, generator=generator).tolist()


def again(function):
    results = []
    for _ in range(2):
        seed_everything(7)
        results.append(function())
    return results[0] == results[1]


print("the three global generators repeat:", again(draws))
print("a default_rng() made without a seed repeats:", again(own))
print("same shuffle after one more layer:", shuffle_after(False) == shuffle_after(True))
separate = [
    shuffle_after(extra, torch.Generator().manual_seed(1)) for extra in (False, True)
]
print("the same with a generator of its own:", separate[0] == separate[1])
big = 1e8
values = torch.tensor([big, 1.0, -big])
orders = [
    (values[i] + values[j] + values[k]).item() for i, j, k in ((0, 1, 2), (0, 2, 1))
]
print("float32 sum of 1e8, 1, -1e8 in two orders:", *orders)
