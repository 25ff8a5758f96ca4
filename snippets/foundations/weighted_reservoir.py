"""Shows a weighted sample without replacement in one pass, as a race of clocks."""

import heapq
import random
from collections.abc import Iterable


def weighted_sample(
    stream: Iterable[tuple[str, float]], k: int, rng: random.Random
) -> list[str]:
    heap: list = []  # the k first arrivals; the last of them stands at the root
    for order, (item, weight) in enumerate(stream):
        if weight > 0:
            arrival = rng.expovariate(weight)  # rate = weight
            push = heapq.heappush if len(heap) < k else heapq.heappushpop
            push(heap, (-arrival, order, item))
    return [item for _, _, item in sorted(heap, reverse=True)]


rng = random.Random(0)
stream = [("a", 1), ("b", 3), ("c", 6), ("never", 0)]
runs = 10_000
samples = [weighted_sample(stream, 2, rng) for _ in range(runs)]
for item, weight in stream:
    first = sum(sample[0] == item for sample in samples) / runs
    print(f"{item:5} weight {weight}: first in {first:.3f}, expected {weight / 10}")
