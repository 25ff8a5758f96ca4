"""Shows how much of a batch is padding, and what sorting or bucketing saves."""

import numpy as np


def waste(lengths, batches):  # batches: arrays of indices
    slots = sum(len(batch) * lengths[batch].max() for batch in batches)
    return 1 - lengths.sum() / slots


def in_order(n, size):
    return np.split(np.arange(n), range(size, n, size))


def sorted_pools(lengths, size, pool):  # sort within each pool of so many requests
    pools = in_order(len(lengths), pool)
    order = np.concatenate([p[np.argsort(lengths[p], kind="stable")] for p in pools])
    return [order[batch] for batch in in_order(len(lengths), size)]


def buckets(lengths, size, edges):  # a queue for each range of lengths
    bucket = np.searchsorted(edges, lengths)
    members = [np.flatnonzero(bucket == b) for b in range(len(edges) + 1)]
    return [m[batch] for m in members if len(m) for batch in in_order(len(m), size)]


def token_budget(lengths, order, budget):  # as many as fit: count times longest
    batches, batch, longest = [], [], 0
    for i in order:
        longest = max(longest, lengths[i])
        if batch and (len(batch) + 1) * longest > budget:
            batches.append(np.array(batch))
            batch, longest = [], lengths[i]
        batch.append(i)
    return [*batches, np.array(batch)]


rng = np.random.default_rng(0)
n, size = 8192, 32
lengths = np.clip(rng.lognormal(4, 0.8, n), 1, 512).astype(int)
print(f"lengths: median {np.median(lengths):.0f}, p99 {np.quantile(lengths, 0.99):.0f}")
print(f"padded to 512         waste {1 - lengths.mean() / 512:4.0%}")
print(f"batches of 32 as they come  {waste(lengths, in_order(n, size)):4.0%}")
share = waste(lengths, buckets(lengths, size, 2 ** np.arange(5, 9)))
print(f"buckets to 32, 64, ... 512  {share:4.0%}")
for pool in (128, 1024):
    share = waste(lengths, sorted_pools(lengths, size, pool))
    print(f"sorted in pools of {pool:4d}     {share:4.0%}")
for name, order in (("as they come", np.arange(n)), ("sorted", np.argsort(lengths))):
    batches = token_budget(lengths, order, 4096)
    most = max(map(len, batches))
    text = f"{waste(lengths, batches):4.0%}, {len(batches)} batches of up to {most}"
    print(f"4096 tokens, {name:12s}   {text}")
