"""Shows that two Misra-Gries summaries merge without losing their bound."""

from collections import Counter
from collections.abc import Iterable


def misra_gries(stream: Iterable, k: int) -> Counter:
    counters: Counter = Counter()
    for item in stream:
        if item in counters or len(counters) < k:
            counters[item] += 1
        else:
            counters = Counter({x: c - 1 for x, c in counters.items() if c > 1})
    return counters


def merge(a: Counter, b: Counter, k: int) -> Counter:
    total = a + b  # up to 2k counters
    sizes = sorted(total.values(), reverse=True)
    surplus = sizes[k] if len(sizes) > k else 0  # the largest that must go
    return Counter({x: c - surplus for x, c in total.items() if c > surplus})


monday, tuesday = "aaaaabbbcdefg" * 30, "aabbbbbbhijkl" * 30
k = 4
merged = merge(misra_gries(monday, k), misra_gries(tuesday, k), k)
true = Counter(monday + tuesday)
n = true.total()
print("merged:", {x: merged[x] for x in sorted(merged)})
print("true:  ", {x: true[x] for x in sorted(merged)})
worst = max(true[x] - merged[x] for x in true)
print(f"largest under-count {worst}, bound n/(k+1) = {n / (k + 1):.0f}")
