"""Shows how fan-out turns a server's rare slow reply into the usual slow request."""

import matplotlib.pyplot as plt
import numpy as np


def slow_share(calls, slow):  # independent calls; the request waits for all of them
    return -np.expm1(calls * np.log1p(-slow))


def quantile_needed(calls, q):  # of each call, so that the request keeps q
    return q ** (1 / calls)


print("calls  slow requests  percentile each call needs")
for calls in (1, 10, 100, 1000):
    needed = quantile_needed(calls, 0.99) * 100
    print(f"{calls:5d} {slow_share(calls, 0.01):14.1%} {needed:27.4f}")

calls = np.arange(1, 1001)
for slow in (0.01, 0.001, 0.0001):
    plt.plot(calls, slow_share(calls, slow), label=f"slow with p = {slow:g}")
plt.xscale("log")
plt.xlabel("calls that must all return")
plt.ylabel("share of slow requests")
plt.legend()
plt.show()
