"""Shows the formulas of operations, each with the number of one example."""

import numpy as np
from scipy.stats import chi2, norm


def behind_share(rate, period, duration):  # a periodic copy; updates at random
    x = rate * period
    return 1 - np.exp(-rate * duration) * (1 - np.exp(-x)) / x


def expired_share(rate, ttl):
    return np.exp(-rate * ttl)


def largest_rate(n, level=0.95):  # that n requests without a single case leave open
    return 1 - (1 - level) ** (1 / n)


def canary_requests(p, risen, share, power=0.8):  # of the canary; two-sided, 5 %
    spread = p * (1 - p) * share / (1 - share) + risen * (1 - risen)
    return (norm.isf(0.025) + norm.ppf(power)) ** 2 * spread / (risen - p) ** 2


def psi(p, q):
    p, q = np.asarray(p), np.asarray(q)
    return np.sum((p - q) * np.log(p / q))


def psi_limit(bins, n, m, alpha=0.05):  # without drift exceeded with chance alpha
    return chi2.isf(alpha, bins - 1) * (1 / n + 1 / m)


def control_limits(p, n):  # of a share among n, binomial, three sigma
    return p + 3 * np.sqrt(p * (1 - p) / n) * np.array([-1, 1])


def new_shares(confusion, predicted):  # confusion[said, true]; label shift only
    return np.linalg.solve(confusion, predicted)


def log_bytes(per_second, size, days, kept=1):
    return per_second * size * days * 86_400 * kept


print(
    f"copied hourly in 5 min, an update an hour: behind {behind_share(1, 1, 1 / 12):.2f}"
)
print(f"updates each 4 h, TTL 8 h: {expired_share(1 / 4, 8):.2f} expired")
print(f"300 rows replayed, none differs: skew below {largest_rate(300):.2%}")
print(
    f"1 % -> 1.1 %, canary of 5 %: {canary_requests(0.01, 0.011, 0.05):,.0f} requests"
)
print(f"shares 0.5, 0.5 -> 0.6, 0.4: PSI {psi([0.6, 0.4], [0.5, 0.5]):.3f}")
print(f"10 bins, 1,000 rows each: alarm above {psi_limit(10, 1000, 1000):.3f}")
print("nulls 2 % of 10,000:", *(f"{x:.2%}" for x in control_limits(0.02, 10_000)))
shares = new_shares([[0.9, 0.2], [0.1, 0.8]], [0.55, 0.45])
print("said yes 45 %, recall 0.8, false positives 0.1: truly", f"{shares[1]:.0%}")
print(f"10,000/s of 2 kB, 30 days: {log_bytes(10_000, 2000, 30) / 1e12:.2f} TB")
