"""Shows a Bayesian reading of two conversion rates, and what its numbers average to."""

import numpy as np
from scipy.special import betaln
from scipy.stats import norm


def chance_b_is_better(a, b):  # a, b: (alpha, beta) of the posteriors, alpha of b whole
    i = np.arange(b[0])
    terms = betaln(a[0] + i, a[1] + b[1]) - np.log(b[1] + i)
    return np.exp(terms - betaln(1 + i, b[1]) - betaln(*a)).sum()


def expected_loss(a, b):  # of shipping b: E[a - b where a > b]
    # E[x where x > y] is the mean of x times a chance with one more success of x
    mean_a, mean_b = a[0] / sum(a), b[0] / sum(b)
    ahead = mean_a * (1 - chance_b_is_better((a[0] + 1, a[1]), b))
    return ahead - mean_b * (1 - chance_b_is_better(a, (b[0] + 1, b[1])))


def shrunk(estimate, error, prior):  # normal–normal: posterior mean, prior mean 0
    return estimate * prior**2 / (prior**2 + error**2)


bought, users = (480, 530), 10_000
a, b = ((1 + k, 1 + users - k) for k in bought)  # uniform priors
rates = np.array(bought) / users
z = (rates[1] - rates[0]) / np.sqrt((rates * (1 - rates) / users).sum())
print(f"one-sided p-value {norm.sf(z):.3f}, its complement {norm.cdf(z):.3f}")
print(f"chance that B is better {chance_b_is_better(a, b):.3f}")
print(f"expected loss of shipping B {1e4 * expected_loss(a, b):.2f} in 10,000 users")
rng = np.random.default_rng(0)
true = rng.normal(0, 1, 400_000)  # lifts of many ideas, in units of the prior's sd
seen = rng.normal(true, 1.5)
chosen = seen > 2.5
print(f"estimates above 2.5: {seen[chosen].mean():.2f} on average", end=", ")
print(f"truth {true[chosen].mean():.2f}")
for prior in (1, 3):
    posterior = shrunk(seen[chosen], 1.5, prior)
    print(f"shrunk with prior sd {prior}: {posterior.mean():.2f}")
