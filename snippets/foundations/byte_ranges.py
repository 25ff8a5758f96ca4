"""Shows a file cut for parallel workers so that no word is cut."""

from collections import Counter
from itertools import pairwise


def ranges(data: bytes, workers: int) -> list[bytes]:
    cuts = [0]
    for i in range(1, workers):
        cut = max(cuts[-1], len(data) * i // workers)
        while data[cut : cut + 1].strip():  # no space, and not the end
            cut += 1  # a worker reads on to the end of its last word
        cuts.append(cut)
    return [data[a:b] for a, b in pairwise([*cuts, len(data)])]


data = "one crème brûlée two crème brûlée\nthree crème".encode()
whole = Counter(data.split())
for workers in (1, 2, 3, 8):
    parts = ranges(data, workers)
    total = sum((Counter(part.split()) for part in parts), Counter())
    sizes = [len(part) for part in parts]
    print(f"{workers} workers: bytes {sizes}, right: {total == whole}")
