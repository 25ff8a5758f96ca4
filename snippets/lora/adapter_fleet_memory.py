"""Shows the memory of many variants: merged copies, or one base with adapters."""

LAYERS, WIDTH, KV_WIDTH, HIDDEN, VOCABULARY = 32, 4096, 1024, 14336, 128256
LINEAR = {  # (d_in, d_out) of the seven matrices of a block
    "q": (WIDTH, WIDTH), "k": (WIDTH, KV_WIDTH), "v": (WIDTH, KV_WIDTH),
    "o": (WIDTH, WIDTH), "gate": (WIDTH, HIDDEN), "up": (WIDTH, HIDDEN),
    "down": (HIDDEN, WIDTH),
}  # fmt: skip
BYTES = 2  # bfloat16


def base_parameters():
    block = (
        sum(d_in * d_out for d_in, d_out in LINEAR.values()) + 2 * WIDTH
    )  # two norms
    return LAYERS * block + 2 * VOCABULARY * WIDTH + WIDTH  # embedding, head, last norm


def adapter_parameters(rank):
    return LAYERS * rank * sum(d_in + d_out for d_in, d_out in LINEAR.values())


def merged_bytes(variants):
    return variants * base_parameters() * BYTES


def shared_bytes(variants, rank):
    return (base_parameters() + variants * adapter_parameters(rank)) * BYTES


base, adapter = merged_bytes(1), adapter_parameters(16) * BYTES
print(f"base {base_parameters():,} parameters, {base / 1e9:.1f} GB")
print(f"adapter, rank 16, all linear layers: {adapter / 1e6:.0f} MB")
print("variants   merged copies   one base + adapters")
for variants in (1, 2, 20, 200):
    merged, shared = merged_bytes(variants), shared_bytes(variants, rank=16)
    print(f"{variants:8d}{merged / 1e9:13.1f} GB{shared / 1e9:19.1f} GB")
print(f"adapters in the 20 GB left beside base and cache: {20e9 // adapter:.0f}")
print(f"cold load at 2 GB/s: merged {base / 2e9:.1f} s, adapter {adapter / 2e9:.2f} s")
