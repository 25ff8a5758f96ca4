"""Shows what a severity-weighted loss learns, and the price of counting costs twice."""

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import expit, log_expit

# four kinds of patient: their share, P(ill), severity of the illness from 1 to 10
share = np.array([0.50, 0.25, 0.15, 0.10])
p = np.array([0.004, 0.04, 0.06, 0.29])
severity = np.array([5, 9, 2, 5])
mean_severity = share @ (p * severity) / (share @ p)  # of the ill
miss = 20 * severity / mean_severity  # cost of a miss; a false alarm costs 1


def severity_weighted_bce(z, y, miss_cost):
    return -miss_cost * y * log_expit(z) - (1 - y) * log_expit(-z)


def learned_logit(p, miss_cost):
    def expected_loss(z):
        ill, healthy = (severity_weighted_bce(z, y, miss_cost) for y in (1, 0))
        return p * ill + (1 - p) * healthy

    return minimize_scalar(expected_loss).x


def cost_per_thousand(score, threshold):
    flagged = score > threshold
    return 1000 * share @ np.where(flagged, 1 - p, p * miss), p[flagged]


z = np.array([learned_logit(*kind) for kind in zip(p, miss)])
q = expit(z)
print(
    f"ill: {share @ p:.0%}; mean cost of a miss: {share @ (p * miss) / (share @ p):.0f}"
)
print("P(ill)  cost of a miss  learned q  undone: z - log(cost)")
for row in zip(p, miss, q, expit(z - np.log(miss))):
    print("{:6.3f} {:15.1f} {:10.3f} {:22.3f}".format(*row))

print("loss      threshold  cost of 1000 patients  flagged, by P(ill)")
policies = (
    ("plain", p, 1),
    ("plain", p, 1 / 21),
    ("weighted", q, 1 / 2),
    ("weighted", q, 1 / 21),
)
for name, score, threshold in policies:
    cost, flagged = cost_per_thousand(score, threshold)
    print(f"{name:9s} {threshold:9.3f} {cost:22.0f}  {flagged}")
