"""Shows how long a canary must run before a rise in errors can be seen."""

import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm

Z = norm.isf(0.025) + norm.ppf(0.8)  # two-sided at 0.05, power 0.8


def requests_needed(ok, bad, share):
    """Of canary and control together, if all requests are independent."""
    per_request = bad * (1 - bad) / share + ok * (1 - ok) / (1 - share)
    return per_request * (Z / (bad - ok)) ** 2


def smallest_rise(ok, share, requests):
    """The smallest rate above ok that so many requests in all can show."""

    def missing(bad):
        return requests_needed(ok, bad, share) - requests

    return brentq(missing, ok + 1e-9, 1)


RATE, OK = 100, 0.01  # requests a second in all, error rate today
print("error 1 % -> 1.1 %, 100 requests/s: canary requests, all requests, hours")
for share in (0.01, 0.05, 0.10, 0.50):
    total = requests_needed(OK, 0.011, share)
    hours = total / RATE / 3600
    print(f"{share:9.0%} {share * total:20,.0f} {total:13,.0f} {hours:6.1f}")

print("canary of 1 %, by size of the rise: minutes")
for bad in (0.011, 0.015, 0.02, 0.05, 0.20):
    minutes = requests_needed(OK, bad, 0.01) / RATE / 60
    print(f"{OK:9.1%} -> {bad:5.1%} {minutes:9.1f}")

print("smallest visible rise after 15 minutes")
for share in (0.01, 0.05, 0.50):
    print(f"{share:9.0%} {OK:.1%} -> {smallest_rise(OK, share, 15 * 60 * RATE):.2%}")

click, users = 0.05, 1_000_000
error = np.sqrt(click * (1 - click) * (1 / (0.01 * users) + 1 / (0.99 * users)))
print(f"1 % of a million users, click rate 5 %: visible from {Z * error / click:.0%}")
