"""Shows the k largest of a stream in memory k, and which partial results may merge."""

import heapq
from collections import Counter
from collections.abc import Iterable


def top_k(stream: Iterable[tuple[str, float]], k: int) -> list[tuple[str, float]]:
    heap: list = []  # the worst that is kept stands at the root
    for order, (item, score) in enumerate(stream):
        if score != score:
            raise ValueError(f"{item!r} has no score")  # a NaN breaks the order
        push = heapq.heappush if len(heap) < k else heapq.heappushpop
        push(heap, (score, -order, item))  # of equal scores the first one stays
    return [(item, score) for score, _, item in sorted(heap, reverse=True)]


latencies = [("a", 31), ("b", 80), ("c", 12), ("d", 80), ("e", 45)]
print("top 2:", top_k(latencies, 2))
print("top 9:", top_k(latencies, 9))

shards = [Counter(x=5, y=4), Counter(z=5, y=4)]
local = [pair for shard in shards for pair in top_k(shard.items(), 1)]
counts = sum(shards, Counter())
print("most frequent, from the shards' top 1:", top_k(local, 1))
print("most frequent, from all counts:       ", top_k(counts.items(), 1))
