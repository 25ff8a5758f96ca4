"""Shows p-values of A/A tests: uniform if the analysis is right; how many it takes."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import binom, norm


def p_values(tests, users, views, rng, by_user):  # views: of each user
    taste = rng.beta(1, 4, (2, tests, users))  # each user's own click rate
    clicks = rng.binomial(views, taste)  # (arm, test, user)
    rate = clicks.mean(2) / views
    if by_user:
        variance = clicks.var(2) / views**2 / users
    else:  # as if views were independent
        variance = rate * (1 - rate) / (users * views)
    return 2 * norm.sf(abs(rate[1] - rate[0]) / np.sqrt(variance.sum(0)))


def chance_to_notice(tests, true_rate, alpha=0.01):  # true_rate: of p < 0.05
    limit = binom.isf(alpha, tests, 0.05)  # more alarms than this are suspicious
    return binom.sf(limit, tests, true_rate)


rng = np.random.default_rng(0)
for by_user, name in ((True, "errors by user"), (False, "errors by view")):
    p = np.sort(p_values(2_000, 200, 5, rng, by_user))
    print(f"{name}: p < 0.05 in {(p < 0.05).mean():.2f}", end=", ")
    print(f"p < 0.5 in {(p < 0.5).mean():.2f} of A/A tests")
    plt.step(p, np.arange(1, len(p) + 1) / len(p), where="post", label=name)
for tests in (1, 20, 100, 1_000):
    chance = chance_to_notice(tests, 0.13)
    print(f"{tests:4d} A/A tests notice a rate of 0.13 with chance {chance:.2f}")
plt.plot([0, 1], [0, 1], linestyle="--", label="uniform")
plt.xlabel("p-value")
plt.ylabel("share of A/A tests at or below it")
plt.legend()
plt.show()
