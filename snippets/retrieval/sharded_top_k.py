"""Shows search over shards: k from each is exact, fewer is a bet on the placement."""

import numpy as np
from scipy.stats import binom


def top(ids, scores, k):  # ties by id: the same answer in any order of arrival
    ids = np.sort(ids)
    return ids[np.argsort(-scores[ids], kind="stable")[:k]]


def sharded_top(shards, scores, k, *, per_shard):
    answers = [top(ids, scores, per_shard) for ids in shards]
    return top(np.concatenate(answers), scores, k)


def expected_recall(k, shards, per_shard):  # documents placed at random
    on_one = np.arange(k + 1)  # of the k best
    found = np.minimum(on_one, per_shard)
    return shards * binom.pmf(on_one, k, 1 / shards) @ found / k


def split(placement):  # -> ids on each shard
    return [np.flatnonzero(placement == shard) for shard in np.unique(placement)]


def recall(answers):  # of the first queries
    hits = [len(exact[i].intersection(found)) for i, found in enumerate(answers)]
    return np.mean(hits) / k


rng = np.random.default_rng(0)
n, k, shards = 2000, 100, 10
scores = rng.normal(size=(100, n))  # of 100 queries
exact = [set(top(np.arange(n), row, k)) for row in scores]
by_hash = split(rng.integers(shards, size=n))
by_topic = split(np.argsort(np.argsort(-scores[0])) * shards // n)
print("from each  by hash  expected  by topic")
for per_shard in (10, 15, 20, 100):
    merged = [sharded_top(by_hash, row, k, per_shard=per_shard) for row in scores]
    one = sharded_top(by_topic, scores[0], k, per_shard=per_shard)
    expected = expected_recall(k, shards, per_shard)
    print(f"{per_shard:9d} {recall(merged):8.3f} {expected:9.3f} {recall([one]):9.2f}")

merged = [sharded_top(by_hash[1:], row, k, per_shard=k) for row in scores]
print(f"a shard missing: by hash {recall(merged):.2f}")
