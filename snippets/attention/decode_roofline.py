"""Shows the most tokens a second that bandwidth and arithmetic allow while decoding."""

import matplotlib.pyplot as plt
import numpy as np

BANDWIDTH, PEAK, MEMORY = 3.35e12, 989e12, 80e9  # H100 SXM: bytes/s, FLOP/s, bytes
HELD = 8_030_261_248  # parameters of Llama 3 8B
READ = HELD - 128_256 * 4096  # of the embedding only single rows are looked up
CACHE = 2 * 32 * 8 * 128 * 2  # bytes a token: K and V, 32 layers, 8 heads, bfloat16


def step_bytes(batch, context):
    return 2 * READ + batch * context * CACHE


def step_flops(batch, context):
    scores_and_values = 4 * 32 * 32 * 128 * context  # layers, query heads, head width
    return batch * (2 * READ + scores_and_values)


def tokens_per_second(batch, context):
    memory = step_bytes(batch, context) / BANDWIDTH
    arithmetic = step_flops(batch, context) / PEAK
    return batch / np.maximum(memory, arithmetic)


print(f"ridge: {PEAK / BANDWIDTH:.0f} FLOP a byte")
print("context  batch  FLOP a byte  tokens/s  of which each")
for context, batch in ((1024, 1), (1024, 64), (1024, 256), (8192, 1), (8192, 32)):
    intensity = step_flops(batch, context) / step_bytes(batch, context)
    rate = tokens_per_second(batch, context)
    print(f"{context:7d} {batch:6d} {intensity:12.1f} {rate:9.0f} {rate / batch:14.0f}")

batch = np.arange(1, 1025)
for context in (0, 1024, 8192):
    fits = 2 * HELD + batch * context * CACHE < MEMORY
    rate = tokens_per_second(batch, context)
    (line,) = plt.loglog(batch[fits], rate[fits], label=f"context {context}")
    plt.loglog(batch, rate, ":", color=line.get_color())
    if context:
        print(f"context {context}: at most {batch[fits].max()} sequences fit")
        print(f"    limit for large batches {BANDWIDTH / context / CACHE:.0f} tokens/s")
plt.xlabel("sequences decoded together (dotted: they do not fit)")
plt.ylabel("tokens a second, upper bound")
plt.legend()
plt.show()
