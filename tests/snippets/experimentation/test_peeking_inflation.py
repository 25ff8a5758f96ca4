from functools import cache

import numpy as np
from scipy.stats import multivariate_normal, norm


@cache
def exact(looks, critical=1.96, nodes=160):
    """The same probability without simulation: propagate the density of the sum that has not crossed yet."""
    points, weights = np.polynomial.legendre.leggauss(nodes)
    at, mass, total, result = np.zeros(1), np.ones(1), 0.0, []
    for k in range(1, looks + 1):
        edge = critical * np.sqrt(k)
        total += mass @ (norm.sf(edge - at) + norm.cdf(-edge - at))
        result.append(total)
        mass, at = (
            edge * weights * (np.exp(-((edge * points[:, None] - at) ** 2) / 2) @ mass) / np.sqrt(2 * np.pi),
            edge * points,
        )
    return np.array(result)


def test_the_oracle_agrees_with_the_multivariate_normal():
    looks = np.arange(1, 6)
    correlation = np.sqrt(np.minimum.outer(looks, looks) / np.maximum.outer(looks, looks))
    inside = multivariate_normal(np.zeros(5), correlation).cdf(np.full(5, 1.96), lower_limit=np.full(5, -1.96))
    np.testing.assert_allclose(exact(5)[-1], 1 - inside, atol=2e-4)  # SciPy integrates by quasi-Monte Carlo


def test_the_share_of_alarms_is_the_exact_probability(snippet):
    # 20,000 tests: standard error at most 0.0036, here four of them
    np.testing.assert_allclose(snippet.ever, exact(365), atol=0.0145)
    np.testing.assert_allclose(20_000 * snippet.ever, np.round(20_000 * snippet.ever), atol=1e-6)  # as many tests
    np.testing.assert_allclose(snippet.at_this_look, 0.05, atol=4.5 * np.sqrt(0.05 * 0.95 / 20_000))
    for looks in (1, 2, 5, 10, 20, 50, 100, 365):
        assert f"{looks:5d} {5:9d} % {100 * exact(365)[looks - 1]:15.0f} %" in snippet.printed


def test_counts_alarms_by_brute_force_on_either_side(snippet):
    increments = np.random.default_rng(8).normal(0.1, 1, (50, 7))
    for critical in (1.2, 1.96):
        ever, now = np.zeros(7), np.zeros(7)
        for test in increments:
            alarmed = False
            for k in range(7):
                alarm = abs(sum(test[: k + 1])) / (k + 1) ** 0.5 > critical
                alarmed = alarmed or alarm
                ever[k] += alarmed / 50
                now[k] += alarm / 50
        result = snippet.ever_significant(increments, critical)
        np.testing.assert_allclose(result, (ever, now))
        np.testing.assert_allclose(snippet.ever_significant(-increments, critical), (ever, now))


def test_the_picture_shows_both_shares(snippet):
    first, second = snippet.figures[0].axes[0].lines
    np.testing.assert_allclose(first.get_xdata(), np.arange(1, 366))
    np.testing.assert_allclose(second.get_xdata(), np.arange(1, 366))
    np.testing.assert_allclose(first.get_ydata(), snippet.ever)
    np.testing.assert_allclose(second.get_ydata(), snippet.at_this_look)
    assert snippet.figures[0].axes[0].get_xscale() == "log"
    assert len(snippet.figures[0].axes[0].get_legend().get_texts()) == 2
