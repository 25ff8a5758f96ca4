"""Shows which random generators repeat themselves in the workers of a DataLoader."""

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset

HIGH = 1000


class Noise(Dataset):
    """An item is the noise that an augmentation would add to it."""

    def __init__(self, source):
        self.source, self.rng = source, np.random.default_rng(0)

    def __len__(self):
        return 4

    def __getitem__(self, i):
        if self.source == "np.random":
            return np.random.randint(HIGH)  # noqa: NPY002
        if self.source == "torch":
            return int(torch.randint(HIGH, ()))
        return int(self.rng.integers(HIGH))


def reseed(worker):  # runs once in each worker, which holds its own copy of the dataset
    info = torch.utils.data.get_worker_info()
    info.dataset.rng = np.random.default_rng(info.seed)  # base seed + number of worker


def epochs(source, worker_init_fn=None):
    """Two epochs of noise; items 0 and 2 come from one worker, 1 and 3 from the other."""
    loader = DataLoader(
        Noise(source),
        batch_size=None,
        num_workers=2,
        worker_init_fn=worker_init_fn,
        generator=torch.Generator().manual_seed(0),
        multiprocessing_context="fork",
    )
    return [[int(x) for x in loader] for _ in range(2)]


def repeats(noise):
    first, second = noise
    between_workers = first[0::2] == first[1::2]
    return between_workers, first == second


print("generator                    workers agree  epochs agree")
for name, source, init in (
    ("default_rng in __init__", "own", None),
    ("the same, seeded by worker", "own", reseed),
    ("np.random, global", "np.random", None),
    ("torch", "torch", None),
):
    agree, same_epoch = repeats(epochs(source, init))
    print(f"{name:28} {agree!s:>13} {same_epoch!s:>13}")
