"""Shows what a request log costs, and what a 1 % sample of it can still answer."""

import numpy as np

SECONDS_A_DAY = 86_400


def terabytes(requests_a_second, bytes_each, days, share=1.0):
    return requests_a_second * bytes_each * SECONDS_A_DAY * days * share / 1e12


def relative_error(events, share):  # one standard error of the estimated count
    return np.sqrt((1 - share) / (share * events))


def estimated_error_rate(is_error, kept, probability):  # each kept row stands for 1 / p
    weight = kept / probability
    return (weight * is_error).sum() / weight.sum()


for name, share in (("everything", 1), ("one in a hundred", 0.01)):
    print(f"{name:17} {terabytes(10_000, 2_000, 30, share):6.2f} TB in 30 days")
print("a 1 % sample, events a day      kept   relative error")
for events in (1_000_000, 10_000, 100):
    print(f"{events:31,} {events * 0.01:9,.0f} {relative_error(events, 0.01):14.1%}")

rng = np.random.default_rng(0)
is_error = rng.random(1_000_000) < 0.001
for name, of_error in (("1 % of all rows", 0.01), ("all errors, 1 % of the rest", 1)):
    p = np.where(is_error, of_error, 0.01)
    kept = rng.random(is_error.size) < p
    print(f"{name}: {kept.sum():,} rows, {kept[is_error].sum()} errors")
    print(
        f"  error rate {estimated_error_rate(is_error, kept, p):.3%} with weights",
        end="",
    )
    print(f", {is_error[kept].mean():.3%} without, truth {is_error.mean():.3%}")
