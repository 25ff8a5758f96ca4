"""Shows the least time that a prompt's prefill and an answer's decoding can take."""

BANDWIDTH, PEAK = 3.35e12, 989e12  # H100 SXM: bytes/s, FLOP/s
READ = 8_030_261_248 - 128_256 * 4096  # weights that Llama 3 8B multiplies with
HEAD = 128_256 * 4096  # the output layer, needed at the last position only
CACHE = 2 * 32 * 8 * 128 * 2  # bytes a token of context


def prefill_flops(prompt):
    matrices = 2 * (READ - HEAD) * prompt + 2 * HEAD
    pairs = prompt * (prompt + 1) // 2  # causal: query i sees i keys
    return matrices + 4 * 32 * 32 * 128 * pairs


def decode_bytes(prompt, answer):
    # the first token of the answer comes from the prefill
    return sum(2 * READ + (prompt + i) * CACHE for i in range(1, answer))


print("prompt  answer  first token ms  the rest ms")
for prompt, answer in ((512, 256), (8192, 256), (32768, 256)):
    first = 1e3 * prefill_flops(prompt) / PEAK
    rest = 1e3 * decode_bytes(prompt, answer) / BANDWIDTH
    print(f"{prompt:6d} {answer:7d} {first:15.1f} {rest:12.0f}")
