"""Shows one MLP split over devices, and what the split costs in a decoding step."""

import numpy as np

BANDWIDTH, LINK = 4.8e12, 450e9  # H200: memory; NVLink, one direction (bytes/s)
LATENCY = 10e-6  # seconds an all-reduce takes at least: an assumption
WEIGHTS, LAYERS, D = 141.1e9, 80, 8192  # Llama 3 70B in bfloat16


def mlp(x, up, down):
    return np.maximum(x @ up, 0) @ down


def partial_sums(x, up, down, devices):
    # columns of `up`, rows of `down`: no exchange is needed between the two
    columns, rows = np.split(up, devices, axis=1), np.split(down, devices)
    return np.stack(list(map(mlp, [x] * devices, columns, rows)))  # (devices, batch, d)


def all_reduce(batch, devices):  # ring: each device sends 2 (p - 1) / p of the array
    sent = 2 * (devices - 1) / devices * batch * D * 2
    return LATENCY + sent / LINK


def tensor_parallel(batch, devices):  # two all-reduces a layer
    weights = WEIGHTS / devices / BANDWIDTH
    return weights, 2 * LAYERS * all_reduce(batch, devices)


def pipeline(batch, devices):  # a token visits the stages one after the other
    return WEIGHTS / BANDWIDTH, (devices - 1) * batch * D * 2 / LINK


rng = np.random.default_rng(0)
x, up, down = (rng.standard_normal(s) for s in ((3, 8), (8, 16), (16, 8)))
parts = partial_sums(x, up, down, 4)
print("sum of 4 shards equals the whole:", np.allclose(parts.sum(0), mlp(x, up, down)))
print("one shard alone does:", np.allclose(parts[0], mlp(x, up, down)))
print("split      devices  batch  weights ms  exchange ms")
for name, split in (("tensor", tensor_parallel), ("pipeline", pipeline)):
    for devices, batch in ((2, 64), (8, 1), (8, 64)):
        weights, exchange = (1e3 * s for s in split(batch, devices))
        print(f"{name:9s} {devices:8d} {batch:6d} {weights:11.2f} {exchange:12.3f}")
