"""Shows when the CPU's kernel launches, and not the GPU, set the time of a step."""

import numpy as np


def eager_finish(kernels, launch):
    """Kernels run in order, each no sooner than the CPU has launched it."""
    launched = launch * np.arange(1, len(kernels) + 1)
    before = np.cumsum(kernels) - kernels  # GPU work ahead of each kernel
    # the last wait for a launch is what delays the rest
    return before[-1] + kernels[-1] + np.max(launched - before)


def graph_finish(kernels, launch):
    return launch + kernels.sum()  # one launch for the whole recorded sequence


LAUNCH = 6.0  # microseconds a launch: an assumption, read it off your profile
rng = np.random.default_rng(0)
shape = rng.exponential(size=320)  # ten kernels in each of 32 layers
shape /= shape.mean()
print("mean kernel us  eager ms  graph ms  GPU idle when eager")
for mean in (2, 5, 10, 40):
    kernels = mean * shape
    eager, graph = eager_finish(kernels, LAUNCH), graph_finish(kernels, LAUNCH)
    idle = 1 - kernels.sum() / eager
    print(f"{mean:14d} {eager / 1e3:9.2f} {graph / 1e3:9.2f} {idle:20.0%}")
