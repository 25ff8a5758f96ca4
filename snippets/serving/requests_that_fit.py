"""Shows how many requests one KV cache holds under four ways of counting them."""

import numpy as np

POOL = 918_109  # tokens of cache beside Llama 3 8B in bfloat16 on an H200
LONGEST, BLOCK, SHARED = 8192, 16, 800


def in_blocks(tokens):
    return -(-tokens // BLOCK) * BLOCK  # rounded up to whole blocks


def fit(tokens, pool):
    return int(np.searchsorted(np.cumsum(tokens), pool, side="right"))


rng = np.random.default_rng(0)
own = rng.lognormal(np.log(600), 0.8, size=4000).astype(int) + 1  # a user's own prompt
prompt = np.minimum(SHARED + own, LONGEST // 2)  # after a common system prompt
answer = rng.geometric(1 / 400, size=4000)
final = in_blocks(prompt + answer)

reserved = POOL // LONGEST
paged = fit(final, POOL)
shared = fit(final - SHARED, POOL - SHARED)  # the common blocks are stored once
optimistic = fit(in_blocks(prompt), POOL)
print("room reserved for the longest request:", reserved)
print("blocks for the final length:", paged)
waste = 1 - (prompt + answer)[:paged].sum() / final[:paged].sum()
print(f"  of which empty: {waste:.1%}")
print("blocks, system prompt stored once:", shared)
print("blocks for the prompt alone, at admission:", optimistic)
print(f"  which would need {final[:optimistic].sum() / POOL:.2f} times the pool")
