"""Shows when exact search is fast enough: bytes to read, operations to do."""

BANDWIDTH = 100e9  # bytes a second from memory, given
RATE = 1e12  # floating-point operations a second, given
BATCH = 64


def scan_seconds(n, d, queries):  # one pass of float32 serves all queries
    steps = [4 * n * d / BANDWIDTH, 2 * n * d * queries / RATE]  # they overlap
    return max(steps)


print(f"      documents     GB  1 query, ms  of {BATCH}, ms each")
for n in (100_000, 1_000_000, 10_000_000, 100_000_000):
    one, many = (1000 * scan_seconds(n, 768, b) / b for b in (1, BATCH))
    print(f"{n:15,d} {4 * n * 768 / 1e9:6.1f} {one:12.1f} {many:15.2f}")
print(f"reading and computing balance at {2 * RATE / BANDWIDTH:.0f} queries a batch")
most = 0.050 * BANDWIDTH / (4 * 768)
print(f"one query in 50 ms: up to {most / 1e6:.2f} million documents")
