"""Shows what moving a KV cache costs over three links, and what computing it does."""

from collections import namedtuple

PEAK = 989e12  # H200, FLOP/s of dense bfloat16
LINKS = {"NVLink": 450e9, "PCIe 5": 64e9, "400 Gbit/s": 50e9}  # bytes/s, one direction
Model = namedtuple("Model", "matrices layers d kv_heads")
MODELS = {"8B": Model(7.0e9, 32, 4096, 8), "70B": Model(68.5e9, 80, 8192, 8)}


def cache_bytes(m, tokens):
    return 2 * m.layers * m.kv_heads * 128 * 2 * tokens  # keys and values, bfloat16


def prefill_seconds(m, tokens):
    pairs = tokens * (tokens + 1) // 2  # causal
    work = 2 * m.matrices * tokens + 4 * m.layers * m.d * pairs
    return work / PEAK


print(
    "model  tokens  cache GB "
    + "".join(f"{name:>12s}" for name in LINKS)
    + "   prefill ms"
)
for name, model in MODELS.items():
    for tokens in (2048, 32768):
        size = cache_bytes(model, tokens)
        moves = "".join(f"{1e3 * size / speed:12.1f}" for speed in LINKS.values())
        compute = 1e3 * prefill_seconds(model, tokens)
        print(f"{name:5s} {tokens:7d} {size / 1e9:9.2f} {moves} {compute:12.0f}")
