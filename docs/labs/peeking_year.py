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
# # A year of peeking
#
# **Asked:** somebody looks at a test every day of a year and stops at the first significant day; what do naive p-values, Pocock, O'Brien–Fleming and an mSPRT with its confidence sequence make of that, without and with an effect? **Found:** naive p-values declare a winner in nearly half of the tests in which there is none. The others hold their promise. With an effect of the planned size O'Brien–Fleming loses almost no power and still saves about a quarter of the year; the rules that can stop within weeks pay with power. Every early stop overstates the effect, but the confidence sequence still covers it.
#
# *Also called: experiment, notebook; simulation of peeking, repeated A/A tests, early stopping, sequential tests compared.*
#
# The theory is on the page [Peeking and sequential tests](../experimentation/sequential.md).

# %% [markdown]
# ## Hypothesis
#
# 1. The naive rule at level 0.05 alarms in far more A/A tests than one in twenty, and in more the longer one looks. The other rules keep their level.
# 2. With an effect, a rule that spends its error early decides large effects sooner, and finds small ones less often.
# 3. The estimate at the stop is too large under every rule, most where stops are earliest.

# %% [markdown]
# ## Set-up
#
# Each day brings a batch of new users. Divided by its standard error, the difference of the arms on one day is $\mathcal{N}(\theta/\sqrt{365},\, 1)$, so that $\theta$ is the mean of $z$ at the end of the year. The planned effect is $\theta = 1.96 + 0.84$: one look at the end would find it with power 0.8.

# %%
import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import brentq
from scipy.special import ndtr

DAYS, TESTS, ALPHA = 365, 10_000, 0.05
PLANNED = 1.960 + 0.842
DAY = np.arange(1, DAYS + 1)
SHARE = DAY / DAYS  # of the information


def simulate(effect, seed):
    batches = np.random.default_rng(seed).normal(effect / np.sqrt(DAYS), 1, (TESTS, DAYS))
    return np.cumsum(batches, axis=1) / np.sqrt(DAY)  # z on each day, (TESTS, DAYS)


# %% [markdown]
# The boundaries of Pocock and of O'Brien and Fleming for 365 looks stand in no table. The recursion of Armitage, McPherson and Rowe computes them: the density of the sum on the paths that have not crossed yet is carried from day to day, on 160 Gauss–Legendre nodes.

# %%
NODES, WEIGHTS = np.polynomial.legendre.leggauss(160)


def crossing_probability(bounds, effect=0.0):
    at, mass, total, step = np.zeros(1), np.ones(1), 0.0, effect / np.sqrt(DAYS)
    for day, bound in zip(DAY, bounds, strict=True):
        edge = min(bound, 8) * np.sqrt(day)  # beyond 8 there is nothing to carry
        total += mass @ (ndtr(-(edge - at - step)) + ndtr(-edge - at - step))
        density = np.exp(-((edge * NODES[:, None] - at - step) ** 2) / 2) / np.sqrt(2 * np.pi)
        mass, at = edge * WEIGHTS * (density @ mass), edge * NODES
    return total


def calibrated(shape):
    return shape * brentq(lambda c: crossing_probability(c * shape) - ALPHA, 1.5, 5, xtol=1e-6)


def mixture_bound(tau):  # |z| at which the mSPRT reaches 1 / ALPHA; tau in units of theta
    ratio = tau**2 * SHARE  # tau² over the variance of the running estimate
    return np.sqrt((1 + 1 / ratio) * (2 * np.log(1 / ALPHA) + np.log(1 + ratio)))


BOUNDS = {
    "naive": np.full(DAYS, 1.960),
    "Pocock": calibrated(np.ones(DAYS)),
    "O'Brien-Fleming": calibrated(1 / np.sqrt(SHARE)),
    "mSPRT": mixture_bound(PLANNED),
}
for name, bounds in BOUNDS.items():
    print(f"{name:15}: |z| must exceed", *[f"{bounds[day - 1]:6.2f} (day {day})" for day in (7, 91, 365)])

# %% alt="The bound on z against the day. Naive and Pocock are horizontal lines, Pocock above 3. O'Brien-Fleming falls steeply and ends near 2. The mSPRT falls, then stays a little above 3"
for name, bounds in BOUNDS.items():
    plt.plot(DAY, bounds, label=name)
plt.ylim(0, 8)
plt.xlabel("day")
plt.ylabel("|z| that stops the test")
plt.legend()
plt.show()

# %% [markdown]
# ## No effect
#
# Ten thousand A/A tests, each looked at every day. The standard error of a share near 0.05 is 0.002, near one half 0.005.


# %% alt="Share of A/A tests declared significant so far, against the day. Naive rises fast and reaches almost one half. Pocock and O'Brien-Fleming end at 0.05, O'Brien-Fleming only in the second half of the year. The mSPRT stays below"
def stop_day(z, bounds):  # the first day beyond the bound, DAYS + 1 if there is none
    crossed = np.abs(z) > bounds
    return np.where(crossed.any(axis=1), crossed.argmax(axis=1) + 1, DAYS + 1)


null = simulate(0, seed=2)
for name, bounds in BOUNDS.items():
    day = stop_day(null, bounds)
    plt.plot(DAY, [np.mean(day <= d) for d in DAY], label=name)
    shares = [f"{100 * np.mean(day <= d):4.1f} % (day {d})" for d in (7, 91, 365)]
    print(f"{name:15}: alarms by", ", ".join(shares), f"exact {100 * crossing_probability(bounds):4.1f} %")
plt.axhline(ALPHA, color="C5", linewidth=0.8)
plt.xlabel("day")
plt.ylabel("share of A/A tests declared a winner")
plt.legend()
plt.show()

# %% [markdown]
# The first hypothesis holds. The simulation agrees with the recursion. The mSPRT is below its level: part of its error is kept for the time after the year, and part is lost because a daily look steps over the bound instead of onto it.
#
# The confidence sequence is not another rule: it excludes 0 on exactly the days on which the mSPRT has crossed.

# %%
variance = 1 / SHARE  # of the estimate of theta
estimate = null * np.sqrt(variance)
total = variance + PLANNED**2
radius = np.sqrt(variance * total / PLANNED**2 * (2 * np.log(1 / ALPHA) + np.log(total / variance)))
excluded, crossed = np.abs(estimate) > radius, np.abs(null) > BOUNDS["mSPRT"]
print("sequence excludes 0 on the same days:", np.array_equal(excluded, crossed))

# %% [markdown]
# ## With an effect: how long until the decision?
#
# Half of the planned effect, the planned one, twice and four times as much. A test that never crosses ends after the year without a decision and counts 365 days.

# %%
for factor in (0.5, 1, 2, 4):
    z = simulate(factor * PLANNED, seed=1)
    once = 100 * np.mean(np.abs(z[:, -1]) > 1.96)
    print(f"{factor} of the planned effect; one look at the end finds it in {once:.0f} %")
    for name, bounds in BOUNDS.items():
        day = stop_day(z, bounds)
        days = np.minimum(day, DAYS)
        print(f"   {name:15}: decided in {100 * np.mean(day <= DAYS):3.0f} %, mean {days.mean():3.0f} days")

# %% alt="Share of tests decided against the day for the planned effect: naive first, then Pocock, then the mSPRT; O'Brien-Fleming starts later and ends highest of the valid rules, just below the square of one look"
z = simulate(PLANNED, seed=1)
for name, bounds in BOUNDS.items():
    day = stop_day(z, bounds)
    plt.plot(DAY, [np.mean(day <= d) for d in DAY], label=name)
plt.plot(DAYS, np.mean(np.abs(z[:, -1]) > 1.96), "s", color="C4", label="one look")
plt.xlabel("day")
plt.ylabel("share decided, planned effect")
plt.legend()
plt.show()

# %% [markdown]
# The second hypothesis holds. At the planned effect O'Brien–Fleming keeps nearly the power of one look and saves about a quarter of the year on average. Pocock and the mSPRT lose power at the planned effect. Pocock ends sooner on average at every effect in the table, the mSPRT from twice the planned one on: that is what they buy. Naive looking is the quickest, and the A/A tests show what its speed is worth.
#
# ## How wrong is the estimate at the stop?


# %% alt="Mean estimate over truth against the day of the stop, for the tests that stopped in each fortnight. All curves fall from far above 1; those of Pocock and the mSPRT end a little above it, the other two below"
def at_stop(z, bounds):
    last = np.minimum(stop_day(z, bounds), DAYS) - 1
    here = np.arange(TESTS), last
    return last + 1, z[here] / np.sqrt(SHARE[last]), 1 / np.sqrt(SHARE[last]), radius[last]


for name, bounds in BOUNDS.items():
    day, value, error, wide = at_stop(z, bounds)
    won = value / error > bounds[day - 1]
    usual = np.mean(np.abs(value - PLANNED) < 1.96 * error)
    sequence = np.mean(np.abs(value - PLANNED) < wide)
    print(
        f"{name:15}: estimate / truth {value.mean() / PLANNED:.2f}, of wins {value[won].mean() / PLANNED:.2f};", end=" "
    )
    print(f"usual interval covers {100 * usual:.0f} %, sequence {100 * sequence:.0f} %")
    fortnight = [value[won & ((day - 1) // 14 == k)] for k in range(DAYS // 14)]
    enough = [(14 * k + 7, group.mean() / PLANNED) for k, group in enumerate(fortnight) if group.size >= 50]
    plt.plot(*np.transpose(enough), "o-", markersize=4, label=name)
plt.axhline(1, color="C5", linewidth=0.8)
plt.xlabel("day of the stop")
plt.ylabel("mean estimate of wins / truth")
plt.legend()
plt.show()

# %% [markdown]
# The third hypothesis holds. The estimate of a test that stopped early is far too large, whatever the rule; late winners are too low under the naive rule and O'Brien–Fleming, whose last bounds lie below the planned value, and still somewhat too high under Pocock and the mSPRT, whose bounds never do. The average over all tests is nearest to the truth for O'Brien–Fleming, whose wins come latest (the mSPRT's mean is later only because more of its tests end undecided).
#
# The usual interval, made for one look, covers too rarely under every rule here. Under the naive rule it fails worst without an effect, since it misses whenever the rule alarms. The sequence covers at any stop, whichever rule made it.

# %%
for name, bounds in BOUNDS.items():
    _, value, error, wide = at_stop(null, bounds)
    usual, sequence = np.mean(np.abs(value) < 1.96 * error), np.mean(np.abs(value) < wide)
    print(f"{name:15}, no effect: usual interval covers {100 * usual:.0f} %, sequence {100 * sequence:.0f} %")

# %% [markdown]
# ## Conclusion
#
# - Hypothesis 1 holds: daily naive looks turn a level of 0.05 into nearly one half; the three other rules keep theirs.
# - Hypothesis 2 holds: at the planned effect O'Brien–Fleming decides more tests than Pocock or the mSPRT; from twice that effect on both decide sooner.
# - Hypothesis 3 holds: early stops overstate. A valid rule controls the decision, not the estimate.
# - Who knows the length of the test takes a group-sequential boundary. Who does not takes the mSPRT and its sequence, valid after day 365 as well.
#
# ## What to change next
#
# - Look once a week: `DAYS = 52` with batches of a week, and `(1, 13, 52)` for `(7, 91, 365)`. How much power does Pocock get back?
# - Change the scale in `mixture_bound(PLANNED)`, and with it `PLANNED**2` in the sequence, to a quarter and to four times. Where does it gain, where does it lose?
# - Add a user effect that stays all year to `simulate`, and keep the bounds. Which rules still hold their level?
# - Give every batch its own variance, as weekends do, and replace `SHARE` by the information. What has to change?
