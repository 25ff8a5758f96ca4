"""Shows the sample-ratio check, and the lift that a small loss of users can fake."""

import numpy as np
from scipy.stats import chi2


def srm_p_value(counts, shares):  # chi-square with one degree less than arms
    counts, shares = np.asarray(counts), np.asarray(shares)
    expected = counts.sum() * shares
    return chi2.sf(((counts - expected) ** 2 / expected).sum(), len(counts) - 1)


def lossy_test(users, lost, rng):  # treatment has no effect, but loses slow devices
    arm = rng.multinomial(users, [0.5, 0.5])
    slow = rng.binomial(arm, 0.1)
    kept = rng.binomial(slow, [1, 1 - lost])
    counts = arm - slow + kept
    rate = (rng.binomial(arm - slow, 0.06) + rng.binomial(kept, 0.02)) / counts
    z = (rate[1] - rate[0]) / np.sqrt((rate * (1 - rate) / counts).sum())
    return counts, rate[1] / rate[0] - 1, z


for counts in ((50_500, 49_500), (505, 495)):
    print(counts, f"p = {srm_p_value(counts, [0.5, 0.5]):.4f}")
counts = (90_000, 5_000, 5_300)
print(counts, f"against 90/5/5: p = {srm_p_value(counts, [0.9, 0.05, 0.05]):.4f}")
rng = np.random.default_rng(0)
for lost in (0.0, 0.5):
    counts, lift, z = lossy_test(1_000_000, lost, rng)
    print(
        f"{lost:.0%} of slow devices lost: lift {100 * lift:+.1f} %, z = {z:.1f}",
        end=", ",
    )
    print(f"SRM p = {srm_p_value(counts, [0.5, 0.5]):.1g}")
