"""Shows that learning rate times weight decay sets how long AdamW remembers."""

import numpy as np


def remembered(decays):  # each lr * decay; share of the initial weights left at the end
    return np.prod(1 - decays)


def update_weights(decays):  # share of each update that survives to the end
    kept = np.cumprod(1 - decays[:0:-1])[::-1]  # all decays after it
    return np.append(kept, 1)


steps = 10_000
constant = np.ones(steps)
linear = 1 - np.arange(steps) / steps
print("peak lr   decay  timescale  initial weights left: constant  linear to 0")
for peak, decay in ((3e-3, 0.1), (3e-4, 0.1), (3e-4, 1.0), (3e-4, 0.01)):
    left = [remembered(peak * decay * shape) for shape in (constant, linear)]
    timescale = 1 / (peak * decay)
    print(f"{peak:7} {decay:7} {timescale:10.0f} {left[0]:31.3f} {left[1]:12.3f}")
kept = update_weights(np.full(steps, 3e-4))
print(f"at 3e-3 and 0.1 an update 3333 steps old still counts {kept[-3334]:.2f}")
