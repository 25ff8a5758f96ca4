"""Shows how many parameters each method trains on one transformer, from its shapes."""


def linear_shapes(d, kv, hidden):  # (d_in, d_out) of a gated block
    return {"q": (d, d), "k": (d, kv), "v": (d, kv), "o": (d, d),
            "gate": (d, hidden), "up": (d, hidden), "down": (hidden, d)}  # fmt: skip


def lora(shapes, rank):
    return sum(rank * (d_in + d_out) for d_in, d_out in shapes.values())


def dora(shapes, rank):  # one magnitude an output on top
    return lora(shapes, rank) + sum(d_out for _, d_out in shapes.values())


def vera(
    shapes, rank
):  # A and B random, frozen and shared; only two vectors are trained
    return sum(rank + d_out for _, d_out in shapes.values())


def ia3(shapes):  # scales the outputs of k and v and the input of the last MLP matrix
    return shapes["k"][1] + shapes["v"][1] + shapes["down"][0]


def bottleneck(d, m):  # down and up projection with their biases
    return d * m + m + m * d + d


def prefix(kv, tokens):  # a key and a value a token
    return tokens * 2 * kv


layers, d, kv, hidden, total = 32, 4096, 1024, 14336, 8_030_261_248
shapes = linear_shapes(d, kv, hidden)
counts = {
    "prompt tuning, 20 tokens": 20 * d,
    "IA3": layers * ia3(shapes),
    "prefix tuning, 20 tokens": layers * prefix(kv, tokens=20),
    "VeRA, rank 256, all linear": layers * vera(shapes, 256),
    "adapter 64 after the MLP": layers * bottleneck(d, m=64),
    "adapters 64, two a block": layers * 2 * bottleneck(d, m=64),
    "LoRA, rank 16, all linear": layers * lora(shapes, 16),
    "DoRA, rank 16, all linear": layers * dora(shapes, 16),
    "full": total,
}
for name, count in counts.items():
    print(f"{name:28s}{count:14,d}{count / total:9.3%}")
equal = counts["adapters 64, two a block"] / (layers * lora(shapes, 1))
print(f"two adapters of 64 a block train as much as LoRA of rank {equal:.1f}")
