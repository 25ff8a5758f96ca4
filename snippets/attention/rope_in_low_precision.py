"""Shows that positions and angles of RoPE need float32, whatever the model uses."""

import torch


def angles(positions, d, dtype):
    frequencies = 10_000 ** (-torch.arange(0, d, 2) / d)
    return positions.to(dtype)[:, None] * frequencies.to(dtype)  # (n, d / 2)


def rotate(x, angle, dtype):  # x: (n, d / 2), complex
    cos, sin = angle.cos().to(dtype).float(), angle.sin().to(dtype).float()
    return x * torch.complex(cos, sin)


def scores(shift, angle_dtype, table_dtype, q, k):
    m = torch.arange(shift, shift + 1000)  # queries; each key is 5 tokens earlier
    turned_q = rotate(q, angles(m, 128, angle_dtype), table_dtype)
    turned_k = rotate(k, angles(m - 5, 128, angle_dtype), table_dtype)
    return (turned_q * turned_k.conj()).real.sum(dim=1)


for dtype in (torch.float32, torch.float16, torch.bfloat16):
    kept = torch.arange(8192).to(dtype).unique()
    print(f"{dtype}: {len(kept)} distinct positions of 8192")

torch.manual_seed(0)
q, k = torch.randn(2, 64, dtype=torch.complex64)
print("standard deviation of one score over 1000 shifts; it should be 0")
ways = {
    "all float32": (torch.float32, torch.float32),
    "cos and sin rounded to bfloat16": (torch.float32, torch.bfloat16),
    "angles in bfloat16": (torch.bfloat16, torch.bfloat16),
}
for name, dtypes in ways.items():
    print(f"{name:32s} {scores(6000, *dtypes, q, k).std():.2f}")
