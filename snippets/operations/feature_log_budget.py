"""Shows the size of a feature log, and how many replayed rows bound the skew."""

import math


def terabytes(*, requests_per_second, bytes_per_row, days, sampled=1.0):
    return requests_per_second * 86_400 * days * bytes_per_row * sampled / 1e12


def rows_needed(share, confidence=0.95):
    """If so many rows replay without a difference, fewer than `share` differ."""
    return math.ceil(math.log(1 - confidence) / math.log(1 - share))


for sampled in (1, 0.01):
    size = terabytes(
        requests_per_second=10_000, bytes_per_row=2_000, days=30, sampled=sampled
    )
    print(
        f"10,000 requests a second, 2 kB, 30 days, {sampled:4.0%} kept: {size:6.2f} TB"
    )
for share in (0.01, 0.001):
    print(f"to exclude a skew of {share:.1%}: {rows_needed(share):,} equal rows")
