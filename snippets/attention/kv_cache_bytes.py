"""Shows the size of the key-value cache for Llama 3 8B, and with other head counts."""

import matplotlib.pyplot as plt
import numpy as np


def cache_bytes(layers, kv_heads, head_dim, tokens, itemsize=2):
    return 2 * layers * kv_heads * head_dim * tokens * itemsize  # keys and values


KiB, GiB = 2**10, 2**30
layers, heads, head_dim = 32, 32, 128
print("kind   kv heads   KiB a token   GiB at 8,192   GiB at 131,072")
for kind, kv_heads in (("MHA", 32), ("GQA", 8), ("MQA", 1)):
    token = cache_bytes(layers, kv_heads, head_dim, 1) / KiB
    short, long = (
        cache_bytes(layers, kv_heads, head_dim, n) / GiB for n in (8192, 131072)
    )
    print(f"{kind} {kv_heads:9d} {token:12.0f} {short:14.3f} {long:16.2f}")
    tokens = np.array([0, 131072])
    size = cache_bytes(layers, kv_heads, head_dim, tokens) / GiB
    plt.plot(tokens, size, label=f"{kind}, {kv_heads} key-value heads")

free = 24  # GiB left beside the weights
fit = {n: free * GiB // cache_bytes(layers, n, head_dim, 8192) for n in (32, 8)}
print(f"sequences of 8,192 tokens in {free} GiB: GQA {fit[8]}, MHA {fit[32]}")
plt.xlabel("tokens in the cache (all sequences together)")
plt.ylabel("cache in GiB, bfloat16")
plt.legend()
plt.show()
