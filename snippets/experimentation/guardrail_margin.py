"""Shows how often a harmful change passes a guard-rail, under two rules."""

import numpy as np
from scipy.stats import norm


def passes_if_not_significantly_worse(effect, error):
    return norm.sf(norm.ppf(0.025), effect / error)  # estimate > -1.96 errors


def passes_if_not_inferior(effect, error, margin):
    return norm.sf(norm.ppf(0.975), (effect + margin) / error)  # lower limit > -margin


rate, margin = 0.05, 0.001  # tolerates a loss of 0.1 points of conversion
print("        true loss 0.2 points passes     no loss passes")
print("users an arm  not worse  not inferior    not inferior")
for n in (1_000, 10_000, 100_000, 1_000_000):
    error = np.sqrt(2 * rate * (1 - rate) / n)
    lax = passes_if_not_significantly_worse(-0.002, error)
    strict = passes_if_not_inferior(-0.002, error, margin)
    safe = passes_if_not_inferior(0, error, margin)
    print(f"{n:12,} {lax:10.3f} {strict:13.3f} {safe:15.3f}")
