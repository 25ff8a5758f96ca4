"""Shows how long one long prompt stalls running answers, whole and in chunks."""

BANDWIDTH, PEAK = 4.8e12, 989e12  # H200: bytes/s, FLOP/s
LAYERS, HEAD = 7.0e9, 0.5e9  # weights of Llama 3 8B, in its layers and output layer
CACHE, SCORES = 131_072, 4 * 32 * 4096  # bytes a token; FLOP per query-key pair
RUNNING, CONTEXT = 32, 2048  # answers being decoded, tokens of each


def step_seconds(chunk, before=0):
    """At least: RUNNING tokens are decoded, `chunk` more of a prompt prefilled."""
    tokens = RUNNING + chunk
    pairs = RUNNING * CONTEXT + chunk * before + chunk * (chunk + 1) // 2
    cached = RUNNING * CONTEXT + before + chunk
    moved = 2 * (LAYERS + HEAD) + CACHE * cached
    # of a prompt only the last position needs the output layer
    work = 2 * LAYERS * tokens + 2 * HEAD * (RUNNING + 1) + SCORES * pairs
    return max(moved / BANDWIDTH, work / PEAK)


def prefill(prompt, chunk):
    """Durations of the steps until the prompt is done: the others' token gaps."""
    starts = range(0, prompt, chunk)
    return [step_seconds(min(chunk, prompt - start), start) for start in starts]


print(f"gap between tokens without the prompt: {1e3 * step_seconds(0):.1f} ms")
print("chunk   steps  longest gap ms  first token of the prompt after ms")
for chunk in (8192, 2048, 512, 128, 32):
    gaps = prefill(8192, chunk)
    print(f"{chunk:5d} {len(gaps):7d} {1e3 * max(gaps):15.1f} {1e3 * sum(gaps):14.0f}")
