"""Shows which counts survive that a message arrives again."""

import json
from collections import Counter


class Counts:
    def __init__(self, next_offset: int = 0, counts: dict | None = None):
        self.next_offset, self.counts = next_offset, Counter(counts or {})

    def apply(self, offset: int, words: list[str]) -> None:
        if offset > self.next_offset:
            raise ValueError(f"offset {self.next_offset} is missing")
        if offset == self.next_offset:  # smaller: counted before
            self.counts.update(words)
            self.next_offset += 1

    def checkpoint(self) -> str:  # counts and offset in one write, or neither
        return json.dumps([self.next_offset, self.counts])


def merge_by_maximum(a: dict, b: dict) -> dict:  # {worker: its total so far}
    return {worker: max(a.get(worker, 0), b.get(worker, 0)) for worker in {**a, **b}}


log = [["x", "y"], ["x"], ["z"]]
added = Counter()
for batch in log + log[1:]:  # a crash after batch 2, the last two come again
    added += Counter(batch)
print("adding:      ", dict(added))

before = Counts()
for offset in (0, 1):
    before.apply(offset, log[offset])
saved = before.checkpoint()
after = Counts(*json.loads(saved))
for offset in range(3):  # from the start again
    after.apply(offset, log[offset])
print("with offsets:", dict(after.counts))
print("keys in memory after a checkpoint:", len(before.counts))

report = {"worker 1": 2}
by_sum = Counter(report) + Counter(report)
print("report merged twice, sum:    ", dict(by_sum))
print("report merged twice, maximum:", merge_by_maximum(report, report))
