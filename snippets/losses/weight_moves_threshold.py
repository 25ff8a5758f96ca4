"""Shows that a weight on the positives multiplies the odds, as a lower threshold would."""

from scipy.optimize import minimize_scalar
from scipy.special import expit, log_expit


def weighted_cross_entropy(z, pi, weight):  # expected over a label with P(y = 1) = pi
    return -weight * pi * log_expit(z) - (1 - pi) * log_expit(-z)


def learned_probability(pi, weight):
    return expit(minimize_scalar(weighted_cross_entropy, args=(pi, weight)).x)


def undone(q, weight):  # z - log weight
    return q / (q + weight * (1 - q))


def true_threshold(weight, threshold=0.5):
    """The true probability above which a model trained with `weight` says positive."""
    return undone(threshold, weight)


for pi in (0.005, 0.05, 0.3):
    q = learned_probability(pi, weight=20)
    print(f"true {pi:5}: learned with weight 20 {q:.3f}, undone {undone(q, 20):.3f}")
print(f"a 5 % class, weight 20: total weights {0.05 * 20:.2f} and {1 - 0.05:.2f}")
print(f"weight 20, threshold 1/2: flags what is truly above {true_threshold(20):.4f}")
both = true_threshold(20, threshold=1 / 21)
print(f"weight 20, threshold 1/21: flags above {both:.4f}, the costs counted twice")
