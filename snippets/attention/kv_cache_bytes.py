"""Shows the size of the key-value cache for Llama 3 8B, and with other head counts."""

import matplotlib.pyplot as plt
import numpy as np


def cache_bytes(tokens, *, layers, kv_heads, head_dim, itemsize=2):
    return 2 * layers * kv_heads * head_dim * tokens * itemsize  # keys and values


KiB, GiB = 2**10, 2**30
llama_3_8b = {"layers": 32, "head_dim": 128}
tokens = np.array([1, 8192, 131072])
free = 24  # GiB left beside the weights

print("kind   kv heads   KiB a token   GiB at 8,192   GiB at 131,072   fit in 24 GiB")
for kind, kv_heads in (("MHA", 32), ("GQA", 8), ("MQA", 1)):
    size = cache_bytes(tokens, kv_heads=kv_heads, **llama_3_8b)
    one, short, long = size
    row = f"{one / KiB:12g} {short / GiB:14g} {long / GiB:16g}"
    print(f"{kind} {kv_heads:9d} {row} {free * GiB // short:15d}")
    plt.plot(tokens, size / GiB, label=f"{kind}, {kv_heads} key-value heads")

plt.xlabel("tokens in the cache (all sequences together)")
plt.ylabel("cache in GiB, bfloat16")
plt.legend()
plt.show()
