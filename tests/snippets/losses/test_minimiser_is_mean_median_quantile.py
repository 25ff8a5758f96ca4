import numpy as np
import sklearn.metrics
from scipy import stats

Y = np.random.default_rng(7).gamma(0.7, size=301) - 2  # not the printed data; some are negative


def test_minimisers_are_the_statistics(snippet):
    def agrees(loss, statistic):
        np.testing.assert_allclose(snippet.best_constant(loss, Y), statistic, atol=2e-3)

    agrees(snippet.squared, Y.mean())
    agrees(snippet.absolute, np.median(Y))
    agrees(snippet.pinball, np.quantile(Y, 0.9))
    agrees(snippet.asymmetric_squared, stats.expectile(Y, 0.9))
    for tau in (0.1, 0.7):
        agrees(lambda e, tau=tau: snippet.pinball(e, tau), np.quantile(Y, tau))
        agrees(lambda e, tau=tau: snippet.asymmetric_squared(e, tau), stats.expectile(Y, tau))


def test_losses_agree_with_scikit_learn(snippet):
    e = Y - 0.3  # predictions Y, target 0.3
    target = np.full_like(Y, 0.3)
    np.testing.assert_allclose(snippet.squared(e).mean(), sklearn.metrics.mean_squared_error(target, Y))
    np.testing.assert_allclose(snippet.absolute(e).mean(), sklearn.metrics.mean_absolute_error(target, Y))
    for tau in (0.2, 0.9):
        np.testing.assert_allclose(
            snippet.pinball(e, tau).mean(), sklearn.metrics.mean_pinball_loss(target, Y, alpha=tau)
        )
    np.testing.assert_allclose(snippet.pinball(e).mean(), sklearn.metrics.mean_pinball_loss(target, Y, alpha=0.9))


def test_asymmetric_squared_at_a_half_is_half_the_square(snippet):
    np.testing.assert_allclose(snippet.asymmetric_squared(Y, 0.5), Y**2 / 2)
    assert snippet.asymmetric_squared(-2.0) == 3.6 and np.isclose(snippet.asymmetric_squared(2.0), 0.4)


def test_printed_minimisers_are_the_printed_statistics_and_differ(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[1:]]
    found = [float(row[-3]) for row in rows]
    assert found == [float(row[-1]) for row in rows]
    assert len(set(found)) == 4 and len(snippet.y) == 1001
