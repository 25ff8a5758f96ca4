import numpy as np
from scipy.optimize import brentq
from scipy.stats import lognorm


def test_hedged_takes_the_earlier_reply(snippet):
    first, second = np.array([1.0, 5.0, 9.0, 9.0]), np.array([0.1, 0.1, 2.0, 8.0])
    np.testing.assert_allclose(snippet.hedged(first, second, 5.0), [1, 5, 7, 9])


def test_independent_copies_agree_with_the_exact_tail(snippet):
    rng = np.random.default_rng(3)
    first, second = snippet.correlated_lognormals(rng, 400_000, 0.0)
    tail = lognorm(1).sf
    for q in (0.9, 0.95):
        after = lognorm(1).ppf(q)
        reply = snippet.hedged(first, second, after)
        for level in (0.99, 0.999):
            exact = brentq(lambda t: tail(t) * tail(t - after) - (1 - level), after, 100)  # noqa: B023
            # 400,000 draws leave 400 beyond the p99.9: about 2 % error there
            np.testing.assert_allclose(np.quantile(reply, level), exact, rtol=0.06)
        assert abs(np.mean(first > after) - (1 - q)) < 0.002


def test_correlation_is_as_asked_and_both_copies_have_one_distribution(snippet):
    for rho in (0.0, 0.6, 0.9):
        first, second = snippet.correlated_lognormals(np.random.default_rng(4), 100_000, rho)
        logs = np.log([first, second])
        np.testing.assert_allclose(logs.mean(axis=1), 0, atol=0.02)
        np.testing.assert_allclose(logs.std(axis=1), 1, atol=0.02)
        assert abs(np.corrcoef(logs)[0, 1] - rho) < 0.02


def test_shared_slowness_gains_nothing(snippet):
    first, second = snippet.correlated_lognormals(np.random.default_rng(5), 1000, 1.0)
    np.testing.assert_allclose(second, first)
    np.testing.assert_array_equal(snippet.hedged(first, second, 2.0), first)


def test_what_the_page_concludes(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[1:]]
    p99 = {(row[0], row[1]): float(row[3]) for row in rows}
    assert p99["0.0", "p95"] < 0.7 * p99["0.0", "never"]
    assert p99["1.0", "p95"] == p99["0.0", "never"]
    assert [row[2] for row in rows] == ["0%", "5%", "50%", "5%", "5%"]
