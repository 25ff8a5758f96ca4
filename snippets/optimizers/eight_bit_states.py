"""Shows optimiser states in 8 bits: why blocks, and why not evenly spaced codes."""

import numpy as np


def store_and_load(values, codes, block):  # codes: sorted, largest is 1
    scaled = values.reshape(-1, block)
    scale = np.abs(scaled).max(axis=1, keepdims=True)  # one float per block
    middle = (codes[1:] + codes[:-1]) / 2
    return (codes[np.searchsorted(middle, scaled / scale)] * scale).ravel()


even = np.linspace(-1, 1, 255)
positive_even = np.linspace(0, 1, 256)
positive_log = np.append(0, np.geomspace(1e-7, 1, 255))

rng = np.random.default_rng(0)
m = rng.normal(size=2**16)
m[0] = 100  # one outlier
for block in (m.size, 256):
    error = np.abs(store_and_load(m, even, block) - m).mean()
    print(f"first moment, blocks of {block:5d}: mean error {error:.3f}")

v = 10 ** rng.uniform(-6, 0, 2**16)  # squared gradients span orders of magnitude
for name, codes in (("even codes", positive_even), ("log codes", positive_log)):
    loaded = store_and_load(v, codes, 256)
    lost = np.mean(loaded == 0)
    step = np.sqrt(v) / (np.sqrt(loaded) + 1e-8)  # 1 is right
    print(f"second moment, {name:10}: {lost:.0%} become 0, worst step {step.max():.3g}")
