"""Shows how many tokens of KV cache fit beside a named model's weights on one GPU."""

from collections import namedtuple

MEMORY = 141e9  # H200's data sheet, bytes; the card reports somewhat more
RESERVE = 4e9  # CUDA context, graphs, fragmentation: an assumption, measure yours
HEAD = 128  # width of a head
Model = namedtuple("Model", "layers d kv_heads d_ff vocab")
LLAMA_3 = {
    "8B": Model(32, 4096, 8, 14336, 128_256),
    "70B": Model(80, 8192, 8, 28672, 128_256),
}
FORMATS = {"bfloat16": 2, "8 bit": 1, "4 bit": 0.5 + 2 / 128}  # a 16-bit scale per 128


def weight_bytes(m, element):
    projections = 2 * m.d * m.d + 2 * m.d * m.kv_heads * HEAD  # q and o, k and v
    matrices = m.layers * (projections + 3 * m.d * m.d_ff)
    rest = 2 * m.vocab * m.d + (2 * m.layers + 1) * m.d  # embedding, head, norms
    return matrices * element + rest * 2  # the rest usually stays in 16 bits


def cache_bytes(m, element=2):  # per token of context
    return 2 * m.layers * m.kv_heads * HEAD * element


def step_bytes(m, tokens=8192, sequences=256):
    gate_and_up = 2 * tokens * m.d_ff * 2
    logits = sequences * m.vocab * 4  # float32, one row a sequence
    return gate_and_up + logits  # the largest buffers; an engine's profile run measures


print("model  format    weights GB  step GB  left GB  tokens of cache")
for name, model in LLAMA_3.items():
    for fmt, element in FORMATS.items():
        weights, step = weight_bytes(model, element), step_bytes(model)
        left = MEMORY - RESERVE - weights - step
        tokens = f"{left / cache_bytes(model):16,.0f}" if left > 0 else "does not fit"
        parts = f"{weights / 1e9:10.1f} {step / 1e9:8.2f} {left / 1e9:8.1f}"
        print(f"{name:5s}  {fmt:9s} {parts} {tokens:>16s}")
