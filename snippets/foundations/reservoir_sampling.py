"""Shows a uniform sample of k items from a stream of unknown length."""

import random
from collections.abc import Iterable


def reservoir(stream: Iterable, k: int, rng: random.Random) -> list:
    sample: list = []
    for seen, item in enumerate(stream, start=1):
        if seen <= k:
            sample.append(item)
        else:
            slot = rng.randrange(seen)  # 0 … seen - 1
            if slot < k:
                sample[slot] = item
    return sample


rng = random.Random(0)
runs, n, k = 10_000, 10, 3
samples = [reservoir(range(n), k, rng) for _ in range(runs)]
for item in (0, 4, 9):
    count = sum(item in sample for sample in samples)
    print(f"item {item} in {count} of {runs} samples, expected {runs * k // n}")

first = [sample.index(0) for sample in samples if 0 in sample]
print("positions at which item 0 ever stands:", sorted(set(first)))
print("stream shorter than k:", reservoir("ab", k, rng))
