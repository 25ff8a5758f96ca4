"""Shows the frequent items of a stream found with k counters, and the error bounds."""

import random
from collections import Counter
from collections.abc import Hashable, Iterable


def misra_gries(stream: Iterable[Hashable], k: int) -> dict:
    counters: dict = {}
    for item in stream:
        if item in counters or len(counters) < k:
            counters[item] = counters.get(item, 0) + 1
        else:  # k + 1 different items, one of each, leave together
            counters = {x: c - 1 for x, c in counters.items() if c > 1}
    return counters


def space_saving(stream: Iterable[Hashable], k: int) -> dict:
    counters: dict = {}
    for item in stream:
        if item in counters or len(counters) < k:
            counters[item] = counters.get(item, 0) + 1
        else:  # the newcomer takes over the smallest counter
            smallest = min(counters, key=counters.get)
            counters[item] = counters.pop(smallest) + 1
    return counters


rng = random.Random(0)
weights = [1 / rank for rank in range(1, 1001)]
stream = rng.choices(range(1, 1001), weights, k=20_000)
n, k = len(stream), 50
true = Counter(stream)
low, high = Counter(misra_gries(stream, k)), Counter(space_saving(stream, k))

print("item   true  Misra-Gries  Space-Saving")
for item in (1, 2, 3, 10, 900):
    print(f"{item:4} {true[item]:6} {low[item]:12} {high[item]:13}")
print(f"counters kept: {len(low)} and {len(high)}, exact counting: {len(true)}")
under = max(true[x] - low[x] for x in true)
over = max(high[x] - true[x] for x in high)
print(f"largest under-count {under}, bound n/(k+1) = {n / (k + 1):.0f}")
print(f"largest over-count {over}, bound n/k = {n / k:.0f}")
