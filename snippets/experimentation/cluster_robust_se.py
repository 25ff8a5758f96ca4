"""Shows false alarms of four tests where whole clusters are randomised."""

import numpy as np
from scipy import stats


def statistics(y, treated):
    # y: (tests, clusters, people); treated: (clusters,), half of them True
    t = np.where(treated, 1, -1)[:, None]
    clusters, people = y.shape[1:]
    n = clusters * people
    effect = 2 * (t * y).mean((1, 2))
    error = y - y.mean((1, 2))[:, None, None] - effect[:, None, None] * t / 2
    naive = 2 * np.sqrt((error**2).sum((1, 2)) / (n - 2) / n)
    correction = clusters / (clusters - 1) * (n - 1) / (n - 2)  # CR1, as in Stata
    robust = 2 * np.sqrt(correction * (error.sum(2) ** 2).sum(1)) / n
    return effect / naive, effect / robust


def false_alarms(rng, clusters, tests, icc, people=20):
    shared = np.sqrt(icc) * rng.normal(size=(tests, clusters, 1))
    y = shared + np.sqrt(1 - icc) * rng.normal(size=(tests, clusters, people))
    treated = np.repeat([True, False], clusters // 2)
    naive, robust = statistics(y, treated)
    means = y.mean(2)
    p_means = stats.ttest_ind(means[:, treated], means[:, ~treated], axis=1).pvalue
    return [
        2 * stats.norm.sf(abs(naive)),
        2 * stats.norm.sf(abs(robust)),
        2 * stats.t.sf(abs(robust), clusters - 1),
        p_means,
    ]


rng = np.random.default_rng(0)
print("false alarms at a level of 5%, no effect, icc 0.1, 20 people a cluster")
print("clusters   by person   robust, normal   robust, t   cluster means")
for clusters in (6, 10, 40):
    p = false_alarms(rng, clusters, 4_000, icc=0.1)
    rates = [(value < 0.05).mean() for value in p]
    print(
        f"{clusters:8d} {rates[0]:11.1%} {rates[1]:16.1%}"
        f" {rates[2]:11.1%} {rates[3]:15.1%}"
    )
