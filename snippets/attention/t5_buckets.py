"""Shows T5's relative-position buckets: exact when near, logarithmic when far."""

import numpy as np


def bucket(offset, both_sides, buckets=32, far=128):
    # offset: position of the key minus position of the query
    if both_sides:
        buckets //= 2
        later, distance = buckets * (offset > 0), np.abs(offset)
    else:
        later, distance = 0, np.maximum(-offset, 0)
    exact = buckets // 2
    share = np.log(np.maximum(distance, exact) / exact) / np.log(far / exact)
    coarse = exact + (share * (buckets - exact)).astype(int)
    return later + np.where(distance < exact, distance, np.minimum(coarse, buckets - 1))


def starts(both_sides):
    distances = np.arange(1000)
    return np.unique(bucket(-distances, both_sides), return_index=True)[1]


print("encoder, first distance of each bucket:", *starts(both_sides=True))
print("decoder, first distance of each bucket:", *starts(both_sides=False))

n, heads = 6, 2
table = np.arange(32 * heads).reshape(32, heads)  # in a model: learned numbers
offset = np.arange(n) - np.arange(n)[:, None]  # (query, key)
bias = table[
    bucket(offset, both_sides=True)
]  # (query, key, heads), added to the scores
print("bias depends on the offset alone:", np.array_equal(bias[1:, 1:], bias[:-1, :-1]))
