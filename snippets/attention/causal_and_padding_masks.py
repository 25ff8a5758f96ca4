"""Shows masks that hide keys before the softmax, and what masking after it leaks."""

import numpy as np


def softmax(scores):
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return weights / weights.sum(axis=-1, keepdims=True)


def keep_mask(lengths, n):
    causal = np.tril(np.ones((n, n), dtype=bool))  # query i sees keys 0 … i
    padding = np.arange(n) < np.array(lengths)[:, None]  # (batch, keys), right-padded
    return causal & padding[:, None, :]  # (batch, queries, keys)


def mask_before(scores, keep):
    return softmax(np.where(keep, scores, -np.inf))


def mask_after(scores, keep):
    return softmax(scores) * keep


rng = np.random.default_rng(0)
scores = rng.normal(size=(2, 4, 4))
keep = keep_mask([4, 2], 4)
print("kept, two tokens and two of padding:")
print(keep[1].astype(int))
print("rows sum, before:", mask_before(scores, keep)[0].sum(axis=-1).round(2))
print("rows sum, after: ", mask_after(scores, keep)[0].sum(axis=-1).round(2))

changed = scores.copy()
changed[0, :, 3] += 5  # the last key, which only the last query may see
for name, mask in (("before", mask_before), ("after", mask_after)):
    moved = np.abs(mask(changed, keep) - mask(scores, keep))[0, :3].max()
    print(f"masked {name}: the future moves earlier rows by {moved:.2f}")
after = mask_after(scores, keep)
renormalised = after / after.sum(axis=-1, keepdims=True)
print("after, renormalised:", np.allclose(renormalised, mask_before(scores, keep)))
