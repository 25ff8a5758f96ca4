"""Shows what stopping at a posterior of 97.5 % does to errors, and to the posterior."""

import numpy as np
from scipy.special import ndtr  # the normal distribution function

LOOKS, TESTS, PRIOR_SD, USERS = 50, 20_000, 0.5, 20  # users a look


def stopped_posterior(effects, rng, threshold=0.975):
    # P(effect > 0 | data) where it first leaves (1 - threshold, threshold), else nan
    batch = rng.normal(USERS * effects[:, None], np.sqrt(USERS), (effects.size, LOOKS))
    sums = np.cumsum(batch, axis=1)
    precision = USERS * np.arange(1, LOOKS + 1) + 1 / PRIOR_SD**2
    posterior = ndtr(
        sums / np.sqrt(precision)
    )  # mean sums / precision, variance 1 / it
    outside = np.abs(posterior - 0.5) > threshold - 0.5
    first = posterior[np.arange(effects.size), outside.argmax(axis=1)]
    return np.where(outside.any(axis=1), first, np.nan)


rng = np.random.default_rng(0)
null = stopped_posterior(np.zeros(TESTS), rng)
print(
    f"no effect: {100 * np.mean(~np.isnan(null)):.0f} % of tests are stopped as decided"
)
for sd in (0.5, 0.02):
    effects = rng.normal(0, sd, TESTS)
    posterior = stopped_posterior(effects, rng)
    up = posterior > 0.5  # nan compares as False
    claimed, right = posterior[up].mean(), np.mean(effects[up] > 0)
    print(f"effects with sd {sd}, prior 0.5: of the stops 'better'", end=" ")
    print(f"{100 * claimed:.1f} % should be right, {100 * right:.1f} % are")
