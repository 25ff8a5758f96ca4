"""Shows how many labelled rows a fitted model needs to beat a rule of equal weights."""

import numpy as np
from scipy.stats import norm

WEIGHTS = np.array([1, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2, 0.2])  # truth, standardised inputs
NOISE = 3  # standard deviation of what no input explains


def correlation(w):  # of the score with the outcome, on new rows
    outcome_sd = np.sqrt(WEIGHTS @ WEIGHTS + NOISE**2)
    return w @ WEIGHTS / np.linalg.norm(w, axis=-1) / outcome_sd


def fitted(rng, rows, repeats=300):  # least squares, once a repeat
    x = rng.normal(size=(repeats, rows, len(WEIGHTS)))
    y = x @ WEIGHTS + NOISE * rng.normal(size=(repeats, rows))
    inverse = np.linalg.pinv(x)
    return (inverse @ y[..., None])[..., 0]


def mean_of_top(share):  # of a standard normal score, among the top share
    return norm.pdf(norm.isf(share)) / share


def break_even(gain, upkeep, value_per_sd, share):  # cases a year to choose from
    per_case = share * gain * mean_of_top(share) * value_per_sd
    return upkeep / per_case if gain > 0 else np.inf


rng = np.random.default_rng(0)
rule = correlation(np.ones(len(WEIGHTS)))
print(f"rule of equal weights: correlation {rule:.2f}, best possible", end=" ")
print(f"{correlation(WEIGHTS):.2f}")
print("rows to fit   correlation   pays from, million cases a year")
for rows in (20, 50, 200, 1000):
    model = correlation(fitted(rng, rows)).mean()
    cases = break_even(model - rule, upkeep=100_000, value_per_sd=20, share=0.1)
    print(f"{rows:11d} {model:13.2f} {cases / 1e6:32.1f}")
