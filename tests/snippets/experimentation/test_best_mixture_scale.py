import numpy as np
from scipy.optimize import brentq, minimize_scalar
from scipy.stats import norm


def test_the_fixed_point_is_the_minimum(snippet):
    for alpha in (0.2, 0.05, 0.001):
        found = minimize_scalar(
            lambda r, alpha=alpha: snippet.relative_width(r, alpha), bounds=(0.01, 200), method="bounded"
        )
        np.testing.assert_allclose(snippet.best_ratio(alpha), found.x, rtol=1e-3)


def test_the_width_inverts_the_mixture_likelihood_ratio(snippet):
    for ratio, alpha in ((0.5, 0.05), (8.2, 0.05), (40.0, 0.01)):

        def log_ratio(z, ratio=ratio, alpha=alpha):
            return norm.logpdf(z, 0, np.sqrt(1 + ratio)) - norm.logpdf(z) - np.log(1 / alpha)

        np.testing.assert_allclose(snippet.relative_width(ratio, alpha), brentq(log_ratio, 0, 50))


def test_defaults_and_printed_values(snippet):
    assert snippet.best_ratio() == snippet.best_ratio(0.05)
    assert snippet.relative_width(3) == snippet.relative_width(3, 0.05)
    assert abs(np.sqrt(snippet.ratio) - (norm.isf(0.025) + norm.isf(0.2))) < 0.1  # the effect of power 0.8
