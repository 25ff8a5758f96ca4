"""Shows the Laplace mechanism, and an audit that catches a wrong sensitivity."""

import numpy as np
from scipy.stats import beta


def laplace_mechanism(value, sensitivity, epsilon, rng, size):
    return value + rng.laplace(scale=sensitivity / epsilon, size=size)


def epsilon_lower_bound(hits, other_hits, draws, error=0.01):
    """Clopper–Pearson: epsilon is at least this, with probability 1 - error."""
    low = beta.ppf(error / 2, hits, draws - hits + 1)
    high = beta.ppf(1 - error / 2, other_hits + 1, draws - other_hits)
    return max(0.0, np.log(low / high))


def audit(rows_of_a_person, epsilon, draws=200_000, seed=0):
    """Counts with and without one person; the event is fixed in advance."""
    rng = np.random.default_rng(seed)
    hits = [
        np.sum(laplace_mechanism(count, 1, epsilon, rng, draws) >= rows_of_a_person)
        for count in (rows_of_a_person, 0)
    ]
    return epsilon_lower_bound(*hits, draws)


print("noise for sensitivity 1, claimed epsilon 1")
for rows in (1, 3):
    bound = audit(rows, epsilon=1)
    print(f"a person has {rows} row(s): epsilon is at least {bound:.2f}", end=", ")
    print("claim refuted" if bound > 1 else "not refuted")
