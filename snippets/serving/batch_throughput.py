"""Shows throughput and latency against batch size when a batch has a fixed cost."""

import numpy as np


def batch_time(batch, overhead, unit):
    return overhead + batch * unit


def throughput(batch, overhead, unit):
    return batch / batch_time(batch, overhead, unit)


def least_batch(rate, overhead, unit):  # the smallest mean batch that carries the rate
    return rate * overhead / (1 - rate * unit)  # for rate < 1 / unit


overhead, unit = 10.0, 0.5  # ms a batch, ms an item
print("batch  ms a batch  per second  of the limit  doubled gains")
for batch in 2 ** np.arange(10):
    rate = throughput(batch, overhead, unit)
    gain = throughput(2 * batch, overhead, unit) / rate - 1
    row = f"{batch:5d} {batch_time(batch, overhead, unit):11.1f} {1e3 * rate:11.0f}"
    print(f"{row} {rate * unit:13.0%} {gain:14.0%}")

print("\nper second  least batch  ms a batch")
for rate in (400, 800, 1200, 1600, 1900):
    batch = least_batch(rate / 1e3, overhead, unit)
    print(f"{rate:10d} {batch:12.1f} {batch_time(batch, overhead, unit):11.1f}")
