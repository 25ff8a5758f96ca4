"""Shows the formulas of serving, each with the number of one example."""

import numpy as np


def in_flight(rate, seconds):  # Little's law; mean time in the system
    return rate * seconds


def mean_wait(load, cv2_arrivals=1, cv2_service=1):  # Kingman, one server; service = 1
    return load / (1 - load) * (cv2_arrivals + cv2_service) / 2


def mm1_quantile(load, q):  # of the time in the system, in service times
    return -np.log1p(-q) / (1 - load)


def some_call_slow(calls, slow=0.01):  # independent calls in parallel
    return 1 - (1 - slow) ** calls


def batch_throughput(size, fixed, each):  # per second; seconds a batch and an item
    return size / (fixed + size * each)


def cache_bytes(layers, kv_heads, head_size, tokens, width=2):  # keys and values
    return 2 * layers * kv_heads * head_size * tokens * width


def at_least_seconds(flops, moved, peak, bandwidth):  # roofline; moved in bytes
    return max(flops / peak, moved / bandwidth)


def decode_tokens(batch, weights, cache, bandwidth):  # a second, upper bound; bytes
    return batch * bandwidth / (weights + batch * cache)


def workers(rows, hours, rows_per_second, use=0.8):  # of a batch job
    return int(np.ceil(rows / (hours * 3600) / (use * rows_per_second)))


print(f"2,000/s, 50 ms: {in_flight(2000, 0.05):.0f} in flight")
print(f"load 0.8: wait {mean_wait(0.8):.1f} service times", end=", ")
print(f"constant service {mean_wait(0.8, cv2_service=0):.1f}")
print(
    f"load 0.8, 0.9: p99 {mm1_quantile(0.8, 0.99):.0f}, {mm1_quantile(0.9, 0.99):.0f}"
)
print(f"100 calls: some call beyond its p99 {some_call_slow(100):.0%}")
sizes = [f"{batch_throughput(b, 0.008, 0.001):.0f}" for b in (1, 8, 64)]
print("8 ms + 1 ms each, batch 1, 8, 64:", *sizes, "a second")
cache = cache_bytes(32, 8, 128, 8192)
print(f"32 layers, 8 heads of 128, 8,192 tokens: {cache / 2**30:.0f} GiB of cache")
for rows in (64, 1024):  # times a 4096 x 4096 matrix in 16 bits
    moved = 2 * (4096**2 + 2 * rows * 4096)
    matmul = at_least_seconds(2 * rows * 4096**2, moved, 989e12, 4.8e12)
    print(f"{rows} rows through 4096 x 4096: at least {1e6 * matmul:.1f} us")
rates = [f"{decode_tokens(b, 16e9, cache, 4.8e12):.0f}" for b in (1, 64)]
print("16 GB of weights, that cache each, batch 1, 64:", *rates, "tokens/s")
print(f"100 million rows, 4 h, 500/s, 80 %: {workers(100e6, 4, 500)} workers")
