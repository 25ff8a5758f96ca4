"""Shows that averaged host percentiles mislead, and that histograms can be merged."""

import numpy as np

GROWTH = 1.05  # each bucket reaches 5% further than the one before


def histogram(x, buckets=300):  # bucket k holds 0.01 · [GROWTH^k, GROWTH^(k+1))
    k = np.floor(np.log(x / 0.01) / np.log(GROWTH)).astype(int)
    return np.bincount(np.clip(k, 0, buckets - 1), minlength=buckets)


def quantile(counts, q):  # upper edge of the bucket that holds the quantile
    k = np.searchsorted(np.cumsum(counts), q * counts.sum())
    return 0.01 * GROWTH ** (k + 1)


rng = np.random.default_rng(0)
hosts = [rng.lognormal(0, 0.5, 50_000) for _ in range(9)]  # milliseconds
hosts.append(rng.lognormal(4, 1, 500))  # sick, and the balancer sends it little

p99 = [np.quantile(host, 0.99) for host in hosts]
pooled = np.concatenate(hosts)
merged = sum(histogram(host) for host in hosts)
print(f"healthy hosts p99:    {np.mean(p99[:9]):6.1f} ms")
print(
    f"sick host p99:        {p99[9]:6.0f} ms, {len(hosts[9]) / len(pooled):.2%} of all"
)
print(f"average of p99s:      {np.mean(p99):6.0f} ms")
weighted = np.average(p99, weights=[len(host) for host in hosts])
print(f"weighted by traffic:  {weighted:6.1f} ms")
for q in (0.99, 0.999):
    print(f"all requests p{q * 100:<4g}    {np.quantile(pooled, q):7.1f} ms", end=", ")
    print(f"merged histograms {quantile(merged, q):.1f} ms")
