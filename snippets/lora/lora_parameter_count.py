"""Shows how many parameters LoRA trains: in one matrix, and in an 8-billion model."""

CONFIG = {"layers": 32, "width": 4096, "kv_width": 1024, "ffn": 14336, "vocab": 128256}


def adapter_size(d_in, d_out, r):
    return r * (d_in + d_out)  # A: (r, d_in), B: (d_out, r)


def linear_layers(width, kv_width, ffn, **rest):
    """Return {name: (d_in, d_out)} of one transformer block."""
    return {
        "q": (width, width),
        "k": (width, kv_width),  # 8 key-value heads of 128
        "v": (width, kv_width),
        "o": (width, width),
        "gate": (width, ffn),
        "up": (width, ffn),
        "down": (ffn, width),
    }


def model_size(layers, width, vocab, **rest):
    shapes = linear_layers(width, **rest).values()
    block = sum(d_in * d_out for d_in, d_out in shapes) + 2 * width  # two norms
    return layers * block + 2 * vocab * width + width  # embedding, head, last norm


def lora_size(names, r, layers, **shape):
    return layers * sum(adapter_size(*linear_layers(**shape)[n], r) for n in names)


full, adapter = 4096 * 4096, adapter_size(4096, 4096, 8)
print(f"4096 × 4096, r = 8: {adapter:,} of {full:,} = {adapter / full:.2%}")
print(f"that is {full / adapter:.0f}× fewer")

total = model_size(**CONFIG)
print(f"whole model: {total:,}")
print("trained         r       count   share")
for label, names in (
    ("q, v", ["q", "v"]),
    ("attention", ["q", "k", "v", "o"]),
    ("all linear", list(linear_layers(**CONFIG))),
):
    for r in (8, 16, 64):
        count = lora_size(names, r, **CONFIG)
        print(f"{label:13} {r:3} {count:11,} {count / total:6.2%}")
