"""Shows the bytes a vector costs in each index, and when a ratio of 3 to 5 holds."""


def hnsw_flat(d, m):  # vector, 2 m links below, level, offset, links of upper layers
    return 4 * d + 4 * 2 * m + 4 + 8 + 4 * m / (m - 1)


def hnsw_sq8(d, m):  # one byte a number instead of four
    return hnsw_flat(d, m) - 3 * d


def ivf_flat(d):  # vector and an 8-byte id
    return 4 * d + 8


def ivf_pq(code_bytes):  # code and id; centroids and codebooks are shared
    return code_bytes + 8


print("d = 768, M = 32          bytes   GB at 10 M   100 M     1 B")
for name, size in (
    ("flat", 4 * 768),
    ("IVF, flat", ivf_flat(768)),
    ("HNSW, flat", hnsw_flat(768, 32)),
    ("HNSW, 8-bit scalar", hnsw_sq8(768, 32)),
    ("IVF, PQ of 64 bytes", ivf_pq(64)),
):
    row = [f"{size * n / 1e9:9.1f}" for n in (1e7, 1e8, 1e9)]
    print(f"{name:<20} {size:9.1f}", *row)

print("HNSW-flat over IVF-PQ64:")
for d in (128, 768):
    print(f"  d = {d}: {hnsw_flat(d, 32) / ivf_pq(64):.1f} times")
for d, code in ((64, 64), (128, 64), (128, 96)):
    ratio = hnsw_sq8(d, 32) / ivf_pq(code)
    print(f"HNSW-SQ8 over IVF-PQ{code}, d = {d}: {ratio:.1f} times")
lists, d = 65536, 768
shared = 4 * lists * d + 4 * 256 * d
print(f"shared by 65,536 lists: {shared / 1e6:.0f} MB of centroids and codebooks")
print(f"one vector of 768: {4 * 768} bytes; its code of 64 parts: {64 * 8 // 8} bytes")
