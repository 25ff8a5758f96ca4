import numpy as np
from scipy.stats import multivariate_normal, norm


def crossing(bounds, times):
    times = np.asarray(times)
    correlation = np.sqrt(np.minimum.outer(times, times) / np.maximum.outer(times, times))
    return 1 - multivariate_normal(np.zeros(len(times)), correlation).cdf(bounds, lower_limit=-np.asarray(bounds))


def test_each_look_spends_its_share(snippet):
    for spend in (snippet.obrien_fleming_like, snippet.pocock_like):
        for times in ([0.5, 1], [0.2, 0.35, 1], [0.4, 0.6, 0.7, 1]):
            bounds = snippet.boundaries(times, spend)
            for k in range(1, len(times) + 1):
                np.testing.assert_allclose(crossing(bounds[:k], times[:k]), spend(times[k - 1]), atol=1e-4)


def test_all_of_alpha_and_no_more(snippet):
    for alpha in (0.01, 0.05):
        for spend in (snippet.obrien_fleming_like, snippet.pocock_like):
            np.testing.assert_allclose(spend(1, alpha), alpha)
            shares = spend(np.linspace(1e-9, 1, 200), alpha)
            assert np.all(np.diff(shares) > -1e-15)
            assert shares[0] < 1e-8
    np.testing.assert_allclose(snippet.pocock_like(0.5), 0.05 * np.log((1 + np.e) / 2))
    np.testing.assert_allclose(snippet.obrien_fleming_like(0.25), 4 * (1 - norm.cdf(2 * norm.ppf(0.9875))))


def test_published_boundaries_of_the_obrien_fleming_like_function(snippet):
    # the well-known example of five equally spaced looks, two-sided 0.05
    bounds = snippet.boundaries(np.arange(1, 6) / 5, snippet.obrien_fleming_like)
    np.testing.assert_allclose(bounds, [4.877, 3.357, 2.680, 2.290, 2.031], atol=6e-4)


def test_one_look_is_the_usual_test_and_linear_spending_is_solved_too(snippet):
    for spend in (snippet.obrien_fleming_like, snippet.pocock_like):
        np.testing.assert_allclose(snippet.boundaries([1], spend), norm.isf(0.025))
    bounds = snippet.boundaries([0.5, 1], lambda t: 0.1 * t)
    np.testing.assert_allclose(bounds[0], norm.isf(0.025))
    np.testing.assert_allclose(crossing(bounds, [0.5, 1]), 0.1, atol=1e-4)


def test_more_nodes_change_nothing(snippet):
    few = snippet.boundaries([0.1, 0.3, 0.9, 1], snippet.pocock_like)
    kept = snippet.NODES, snippet.WEIGHTS
    snippet.NODES, snippet.WEIGHTS = np.polynomial.legendre.leggauss(200)
    many = snippet.boundaries([0.1, 0.3, 0.9, 1], snippet.pocock_like)
    snippet.NODES, snippet.WEIGHTS = kept
    np.testing.assert_allclose(few, many, atol=1e-6)
