"""Shows Kaplan-Meier, and the bias of dropping or mislabelling whoever is still there."""

import numpy as np


def kaplan_meier(time, event):
    """Times of events, and the probability of surviving beyond each."""
    steps = np.unique(time[event])
    at_risk = np.array([np.sum(time >= t) for t in steps])
    events = np.array([np.sum(event & (time == t)) for t in steps])
    return steps, np.cumprod(1 - events / at_risk)


def median(time, event):
    steps, survival = kaplan_meier(time, event)
    return steps[np.argmax(survival <= 0.5)]


rng = np.random.default_rng(0)
lifetime = np.ceil(rng.exponential(12 / np.log(2), size=4000))  # months; median 12
joined = rng.integers(1, 25, size=4000)  # months ago
time, event = np.minimum(lifetime, joined), lifetime <= joined

everyone = np.ones_like(event)
print(f"still subscribed, so only a lower bound is known: {np.mean(~event):.2f} of all")
print(f"median lifetime in months: truth {np.median(lifetime):.0f}")
print(f"  Kaplan-Meier                  {median(time, event):.0f}")
print(f"  drop who is still there       {np.median(time[event]):.0f}")
print(f"  call today the end for them   {median(time, everyone):.0f}")
