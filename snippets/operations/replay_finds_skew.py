"""Shows logged serving features compared with a recomputation, row by row."""

import numpy as np
from scipy.stats import ks_2samp


def offline(raw):
    return {
        "amount": raw["amount"],
        "hour": (raw["utc_hour"] + raw["offset"]) % 24,
        "balance": raw["balance"],
        "visits": raw["visits"],
    }


def online(raw):  # rewritten for speed, with three faults
    return {
        "amount": raw["amount"].astype(np.float32),  # harmless here
        "hour": raw["utc_hour"],  # forgot the time zone
        "balance": np.nan_to_num(raw["balance"]),  # missing became 0
        "visits": np.roll(raw["visits"], 1),  # a cache returns the last request's
    }


def skew(served, recomputed, rtol=1e-5):
    """Per feature: the share of rows that differ, and the distance of distributions."""
    report = {}
    for name, value in recomputed.items():
        same = np.isclose(served[name], value, rtol=rtol, atol=0, equal_nan=True)
        kept = [v[~np.isnan(v)] for v in (served[name], value)]
        report[name] = np.mean(~same), ks_2samp(*kept).statistic
    return report


rng = np.random.default_rng(0)
n = 5000
raw = {
    "amount": rng.lognormal(3, 1, n),
    "utc_hour": rng.integers(0, 24, n),
    "offset": rng.choice([0, 1, 2], n),
    "balance": np.where(rng.random(n) < 0.03, np.nan, rng.normal(5, 2, n)),
    "visits": rng.poisson(20, n),
}
print("feature  rows that differ  KS distance")
for name, (share, distance) in skew(online(raw), offline(raw)).items():
    print(f"{name:8s} {share:16.1%} {distance:12.2f}")
exact = skew(online(raw), offline(raw), rtol=0)["amount"][0]
print(f"amount, compared without a tolerance: {exact:.0%} differ")
