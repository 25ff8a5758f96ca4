"""Shows the most tokens a second that one GPU's memory bandwidth lets a batch decode."""

BANDWIDTH = 4.8e12  # H200, bytes/s
WEIGHTS, CACHE = 16e9, 2**30  # an 8B model in bfloat16; 8,192 tokens of its KV cache


def step_bytes(batch, weights=WEIGHTS, cache=CACHE):
    return weights + batch * cache  # weights once a step, every sequence's own cache


def tokens_per_second(batch, weights=WEIGHTS, cache=CACHE):
    return batch * BANDWIDTH / step_bytes(batch, weights, cache)


print("batch  steps/s  tokens/s  gap ms  weights' share of the bytes")
for batch in (1, 8, 64, 100):
    rate = tokens_per_second(batch)
    share = WEIGHTS / step_bytes(batch)
    print(
        f"{batch:5d} {rate / batch:8.1f} {rate:9.0f} {1e3 * batch / rate:7.1f} {share:6.0%}"
    )
print(f"limit for any batch: {BANDWIDTH / CACHE:.0f} tokens/s")
for name, weights, cache in (
    ("4-bit weights", WEIGHTS / 4, CACHE),
    ("8-bit cache", WEIGHTS, CACHE / 2),
):
    gains = [
        tokens_per_second(b, weights, cache) / tokens_per_second(b) for b in (1, 64)
    ]
    print(f"{name}: {gains[0]:.2f} times at batch 1, {gains[1]:.2f} times at batch 64")
