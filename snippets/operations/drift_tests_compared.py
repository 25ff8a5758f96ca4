"""Shows which two-sample tests see which change of two features."""

import numpy as np
from scipy.stats import binomtest, chi2_contingency, ks_2samp

ROWS, REPEATS, SHUFFLES = 100, 40, 39


def ks(a, b):  # smallest p-value of the features, Bonferroni
    return a.shape[1] * ks_2samp(a, b, method="asymp").pvalue.min()


def chi_square(a, b, bins=5):  # the same with quantile bins
    p = []
    for pair in zip(a.T, b.T, strict=True):
        edges = np.quantile(pair[0], np.arange(1, bins) / bins)
        cells = [np.searchsorted(edges, x) for x in pair]
        p.append(chi2_contingency([np.bincount(c, minlength=bins) for c in cells])[1])
    return len(p) * min(p)


def wasserstein(x, weights):  # weights: 1/n for old rows, -1/m for new; one set a row
    order = x.argsort(axis=0).T
    apart = np.abs(weights[:, order].cumsum(axis=2))[..., :-1]  # distribution functions
    return (apart * np.diff(np.sort(x.T))).sum((1, 2))  # area between, all features


def mmd_squared(x, weights):  # Gaussian kernel, width 1
    kernel = np.exp(-((x[:, None] - x) ** 2).sum(-1) / 2)
    return ((weights @ kernel) * weights).sum(1)


def classifier(a, b):  # fit on even rows, count right answers on odd rows
    x, side = np.vstack([a, b]), np.repeat([-1, 1], [len(a), len(b)])
    terms = np.column_stack([np.ones(len(x)), x, x**2, x.prod(axis=1)])
    fit = np.linalg.lstsq(terms[::2], side[::2])[0]
    right = np.sum(np.sign(terms[1::2] @ fit) == side[1::2])
    return binomtest(right, side[1::2].size, alternative="greater").pvalue


rng = np.random.default_rng(0)
observed = np.repeat([1 / ROWS, -1 / ROWS], ROWS)
weights = np.vstack([observed, *(rng.permutation(observed) for _ in range(SHUFFLES))])
print("change           KS  chi²    W1   MMD  classifier")
for name, mean, matrix in (
    ("none", 0, np.eye(2)),
    ("mean", 0.5, np.eye(2)),
    ("spread", 0, np.diag([1.6, 1])),
    ("correlation", 0, np.array([[1, 0.8], [0, 0.6]])),  # each stays N(0, 1)
):
    hits = np.zeros(5)
    for _ in range(REPEATS):
        a, b = rng.normal(size=(2, ROWS, 2))
        b = b @ matrix + np.array([mean, 0])
        x = np.vstack([a, b])
        values = wasserstein(x, weights), mmd_squared(x, weights)
        p = [ks(a, b), chi_square(a, b), *(np.mean(v >= v[0]) for v in values)]
        hits += np.array([*p, classifier(a, b)]) <= 0.05
    print(f"{name:12}", *[f"{h / REPEATS:5.2f}" for h in hits])
