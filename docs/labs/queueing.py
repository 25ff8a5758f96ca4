# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # A batcher under load
#
# **Asked:** how much can one batching server carry within a p99, and what do its two knobs, the largest batch and the delay, do to that, when arrivals are Poisson and when they come in bursts? **Found:** bursts decide, as long as the delay is short against the target. The server that carries 1,200 a second of Poisson traffic within a p99 of 60 ms carries 300 to 500 when the traffic comes in bursts of about three times the mean. Without a delay, a larger largest batch hardly ever hurts the p99 here, and then by almost nothing, since it is used only when a queue is there. No delay carries more than no delay; what it buys is idle time of the server, and up to about the fixed cost of a batch that is nearly free.
#
# *Also called: experiment, notebook; simulation of dynamic batching, load test, Poisson and bursty arrivals, p99 against throughput.*
#
# The theory is on the page [Batching](../serving/batching.md), that of waiting lines on [Queues and capacity](../serving/queues.md).

# %% [markdown]
# ## Hypothesis
#
# 1. At equal mean rate, bursts cost far more of the usable capacity than batching settings do.
# 2. A larger largest batch buys throughput and pays for it with the tail at low load.
# 3. A delay moves a setting along the frontier: more throughput for a longer p99.

# %% [markdown]
# ## Set-up
#
# A batch of $b$ requests takes $10 + \tfrac12 b$ ms. It starts when the server is free and either the batch is full or its first request has waited for the delay. Times are in ms, rates in requests a ms.
#
# Bursty traffic switches between calm (1.6 s on average) and bursts (0.4 s on average) of six times the calm rate, with exponential durations. That makes bursts of three times the mean in the long run; each run is scaled so that both kinds of traffic have exactly the same mean. The random numbers are the same for all settings, so that differences are due to the settings.

# %%
from bisect import bisect_right

import matplotlib.pyplot as plt
import numpy as np

OVERHEAD, UNIT, HORIZON = 10.0, 0.5, 30_000.0
TARGET = 60.0  # p99, ms


def intensity(bursty, seed=0):
    """Edges of the phases (ms) and the expected arrivals until each, at a mean rate of 1."""
    if not bursty:
        return np.array([0, HORIZON]), np.array([0, HORIZON])
    lengths = np.random.default_rng(seed).exponential((1600, 400), (200, 2)).ravel()
    edges = np.concatenate([[0], np.cumsum(lengths)])
    mass = np.concatenate([[0], np.cumsum(lengths * np.tile((0.5, 3.0), 200))])
    scale = HORIZON / np.interp(HORIZON, edges, mass)  # so that the mean over the run is exactly 1
    return edges, mass * scale


def arrivals(rate, bursty, seed=0):
    """A Poisson process whose clock runs as fast as the intensity."""
    edges, mass = intensity(bursty, seed)
    clock = np.cumsum(np.random.default_rng(seed + 1).exponential(1, int(1.2 * rate * HORIZON) + 200))
    return np.interp(clock[clock < rate * HORIZON], rate * mass, edges)


def serve(arrive, largest, delay):
    """Latencies (ms) and the share of time in which the server works."""
    done, free, first, work, times = np.empty(len(arrive)), 0.0, 0, 0.0, list(arrive)
    while first < len(times):
        last = first + largest - 1
        full = times[last] if last < len(times) else np.inf
        start = max(free, min(full, times[first] + delay))
        end = bisect_right(times, start, first, min(last + 1, len(times)))
        took = OVERHEAD + UNIT * (end - first)
        free, work = start + took, work + took
        done[first:end], first = free, end
    return done - arrive, work / free


def p99(rate, bursty, largest, delay):
    return np.quantile(serve(arrivals(rate, bursty), largest, delay)[0], 0.99)


# %% [markdown]
# Two checks before the experiment. Batches of one are an M/D/1 queue, whose mean is known. And a server without delay and limit, when it is never idle, finds its own batch size, $\lambda c/(1-\lambda u)$ with $c$ ms a batch and $u$ ms an item.

# %%
service, rate = OVERHEAD + UNIT, 0.05
load = rate * service
theory = service * (1 + load / (1 - load) / 2)
means = [serve(np.cumsum(np.random.default_rng(s).exponential(1 / rate, 10_000)), 1, 0)[0].mean() for s in range(20)]
error = np.std(means) / np.sqrt(20)
print(f"M/D/1 at load {load:.2f}: theory {theory:.1f} ms, simulated {np.mean(means):.1f} ± {2 * error:.1f}")
for rate in (0.4, 0.8, 1.2):
    arrive = arrivals(rate, False)
    latency, busy = serve(arrive, 10**6, 0)
    batches = (busy * (arrive[-1] + latency[-1]) - UNIT * len(arrive)) / OVERHEAD
    theory, simulated = rate * OVERHEAD / (1 - rate * UNIT), len(arrive) / batches
    print(f"rate {rate}: own batch size {theory:4.1f}, simulated {simulated:4.1f}, server busy {busy:.0%}")

# %% alt="Arrivals in each tenth of a second over ten seconds at a mean of 50: the Poisson line stays between about 30 and 70, the bursty one lies near 25 and jumps above 100 several times"
for bursty, name in ((False, "Poisson"), (True, "bursty")):
    counts, edges = np.histogram(arrivals(0.5, bursty), np.arange(0, 10_001, 100))
    plt.plot(edges[:-1] / 1e3, counts, label=name)
plt.xlabel("seconds, mean rate 500 a second")
plt.ylabel("arrivals in 100 ms")
plt.legend()
plt.show()

# %% [markdown]
# At 400 a second the server without delay is already busy all the time, with small batches. "Busy" says nothing about how much more it could carry.
#
# ## The frontier of p99 against throughput
#
# Each curve is one setting, each point one offered rate. As long as the server keeps up, what it answers a second is what was offered.

# %% alt="Two panels, p99 on a logarithmic axis against requests a second. Poisson: all curves without delay coincide at low rates and then shoot up one after the other, batch 16 first, 256 last; the dashed ones with a delay lie above at low rates. Bursty: the same order, every curve leaves the floor at less than half the rate"
SETTINGS = [(largest, delay) for delay in (0, 20, 40) for largest in (16, 32, 64, 256)]
RATES = np.arange(1, 17) / 10
tails = {
    (bursty, *setting): [p99(rate, bursty, *setting) for rate in RATES]
    for bursty in (False, True)
    for setting in SETTINGS
}
figure, panels = plt.subplots(1, 2, sharey=True)
for bursty, panel in zip((False, True), panels, strict=True):
    for number, largest in enumerate((16, 32, 64, 256)):
        for delay, line in ((0, "-"), (40, "--")):
            label = f"batch {largest}" if delay == 0 else None
            panel.plot(1e3 * RATES, tails[bursty, largest, delay], line, color=f"C{number}", label=label)
    panel.axhline(TARGET, color="C5", linewidth=0.8)
    panel.set(yscale="log", ylim=(10, 1000), xlabel="requests a second", title="bursty" if bursty else "Poisson")
panels[0].set_ylabel("p99 (ms); dashed: delay 40 ms")
panels[0].legend()
plt.show()

# %%
print("highest rate a second with a p99 within 60 ms    Poisson  bursty")
for largest, delay in SETTINGS:
    most = []
    for bursty in (False, True):
        within = [rate for rate, tail in zip(RATES, tails[bursty, largest, delay], strict=True) if tail <= TARGET]
        most.append(f"{1e3 * max(within):.0f}" if within else "none")
    print(f"largest batch {largest:3d}, delay {delay:2d} ms {most[0]:>26} {most[1]:>7}")

# %% [markdown]
# Poisson: the largest batch sets where a curve shoots up. Beyond 64 nothing is gained at this target, because the batches that the queue forms by itself already take too long. Below that point the curves without delay lie on each other: a batch that is never full has no largest size.
#
# Bursty: within a burst the rate is about three times the mean, so each curve leaves the floor at a quarter to a third of its Poisson rate. Capacity for the mean is capacity for the calm.
#
# A delay of 20 ms changes nothing at the target; one of 40 ms spends the target on waiting, except where batches of 16 fill before it ends.
#
# Thirty seconds hold only some fifteen bursts, and a p99 lives on the longest of them. Other draws of the phases show how much that matters.

# %%
for seed in range(5):
    edges, mass = intensity(True, seed)
    factor = (mass[2] - mass[1]) / (edges[2] - edges[1])
    within = [rate for rate in RATES[:7] if np.quantile(serve(arrivals(rate, True, seed), 64, 0)[0], 0.99) <= TARGET]
    print(
        f"phases {seed}: bursts of {factor:.1f} times the mean, within the target to {1e3 * max(within):.0f} a second"
    )

# %% [markdown]
# ## What does a delay buy, then?

# %% alt="p99 against the share of time the server is busy for delays from 0 to 80 ms: at 200 requests a second from busy 95 percent and p99 24 ms to busy 22 percent and 100 ms, at 800 a second from always busy and 39 ms to busy 52 percent and 126 ms"
for rate in (0.2, 0.8):
    rows = []
    for delay in (0, 5, 10, 20, 40, 80):
        latency, busy = serve(arrivals(rate, False), 256, delay)
        rows.append((busy, np.quantile(latency, 0.99)))
        print(f"{1e3 * rate:4.0f} a second, delay {delay:2d} ms: busy {busy:4.0%}, p99 {rows[-1][1]:3.0f} ms")
    plt.plot(*np.transpose(rows), "o-", label=f"{1e3 * rate:.0f} a second")
plt.xlabel("share of time the server is busy")
plt.ylabel("p99 (ms)")
plt.legend()
plt.show()

# %% [markdown]
# Fewer, fuller batches: the same requests in less server time. At 200 a second a delay of 10 ms, the fixed cost of one batch, leaves the p99 where it was and a quarter of the time free. Longer delays buy more time and pay for it with the tail. That time is worth something if another model shares the device, if the work is billed by the second, or for power. It is worth nothing to a server that has nothing else to do.
#
# ## Conclusion
#
# - Hypothesis 1 holds for the largest batch, not for the delay: bursts of about three times the mean leave a quarter to two fifths of the usable rate, depending on the draw; between a largest batch of 16 and one of 256 it moves by a third; but a delay of 40 ms, two thirds of the target, alone leaves a quarter.
# - Half of hypothesis 2 fails: a larger largest batch buys throughput up to 64, but without delay it does not touch the tail at low load. It must be large enough for the peak; memory and the time of one full batch are the upper limit.
# - Hypothesis 3 fails: the frontier of p99 against throughput is the curve without delay, to within a millisecond. A delay trades the tail for server time.
# - All of this is for a cost of the form $c + bu$, one server, callers who do not wait for each other. With a fixed set of callers who do, a delay can move the throughput [in either direction](../serving/batching.md#does-a-longer-delay-raise-throughput).
#
# ## What to change next
#
# - Give the batch a cost that grows faster from 32 on (`UNIT` doubled for the part beyond). Does a larger largest batch, without a delay, still never hurt?
# - Refuse a request that would find more than 60 ms of work waiting. How much of the bursty traffic is answered in time at a mean of 600 a second, and how much without refusals?
# - Let the durations of the phases have a heavy tail. Which rate is safe, and how long must the run be before the answer settles?
# - Add a second server that shares the queue. Does it help bursts more than doubling the speed of one?
