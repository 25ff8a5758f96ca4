"""Shows whether a 70-billion model fits on 80 GB: full, LoRA and QLoRA, rank 16."""

LAYERS, WIDTH, KV_WIDTH, FFN, VOCAB, RANK = 80, 8192, 1024, 28672, 128256, 16
MATRICES = [(WIDTH, WIDTH)] * 2 + [(WIDTH, KV_WIDTH)] * 2 + [(WIDTH, FFN)] * 3

linear = LAYERS * sum(d_in * d_out for d_in, d_out in MATRICES)
other = 2 * VOCAB * WIDTH + (2 * LAYERS + 1) * WIDTH
adapter = LAYERS * RANK * sum(d_in + d_out for d_in, d_out in MATRICES)

print(f"{(linear + other) / 1e9:.1f} billion parameters")
print(f"adapter: {adapter / 1e6:.0f} million")
for name, size in (
    ("full", 16 * (linear + other)),
    ("LoRA", 2 * (linear + other) + 16 * adapter),
    ("QLoRA", 2 * other + linear * 4.127 / 8 + 16 * adapter),
):
    print(f"{name:5} {size / 1e9:7.1f} GB, fits on 80 GB: {size < 80e9}")
