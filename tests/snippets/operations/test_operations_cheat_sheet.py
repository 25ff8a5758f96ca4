import numpy as np
import pandas as pd
import pytest
from scipy.integrate import quad
from scipy.stats import binom, binomtest, entropy, expon, norm


def test_ages_of_copies_and_values(snippet):
    for rate, period, duration in ((0.5, 3.0, 0.2), (4.0, 0.1, 0.5)):
        ages = quad(lambda s, rate=rate: expon(scale=1 / rate).cdf(s), duration, duration + period)
        assert snippet.behind_share(rate, period, duration) == pytest.approx(ages[0] / period)
        assert snippet.expired_share(rate, period) == pytest.approx(expon(scale=1 / rate).sf(period))


def test_largest_rate_is_the_exact_one_sided_bound(snippet):
    for n, level in ((10, 0.95), (3000, 0.8)):
        bound = binomtest(0, n, alternative="less").proportion_ci(level, method="exact").high
        assert snippet.largest_rate(n, level) == pytest.approx(bound)
    assert snippet.largest_rate(40) == snippet.largest_rate(40, 0.95)


def test_canary_has_the_promised_power(snippet):
    rng = np.random.default_rng(4)
    for p, risen, share, power in ((0.1, 0.12, 0.2, 0.8), (0.05, 0.06, 0.5, 0.6)):
        n = int(snippet.canary_requests(p, risen, share, power))
        control = int(n * (1 - share) / share)
        a, b = rng.binomial(n, risen, 40_000) / n, rng.binomial(control, p, 40_000) / control
        z = (a - b) / np.sqrt(a * (1 - a) / n + b * (1 - b) / control)
        # standard error 0.0025; the rest is the normal approximation
        assert np.mean(abs(z) > norm.isf(0.025)) == pytest.approx(power, abs=0.015)
    assert snippet.canary_requests(0.1, 0.2, 0.3) == snippet.canary_requests(0.1, 0.2, 0.3, 0.8)


def test_psi_is_both_divergences(snippet):
    p, q = np.random.default_rng(5).dirichlet(np.ones(6), 2)
    assert snippet.psi(list(p), list(q)) == pytest.approx(entropy(p, q) + entropy(q, p))


def test_psi_limit_is_exceeded_by_chance_as_promised(snippet):
    rng = np.random.default_rng(6)
    a = rng.multinomial(20_000, [0.1, 0.2, 0.3, 0.4], 20_000) / 20_000
    b = rng.multinomial(5_000, [0.1, 0.2, 0.3, 0.4], 20_000) / 5_000
    values = ((a - b) * np.log(a / b)).sum(axis=1)
    for alpha in (0.05, 0.2):
        limit = snippet.psi_limit(4, 20_000, 5_000, alpha)
        assert np.mean(values > limit) == pytest.approx(alpha, abs=0.01)  # standard error 0.003
    assert snippet.psi_limit(4, 30, 50) == snippet.psi_limit(4, 30, 50, 0.05)


def test_control_limits_are_three_deviations_of_a_binomial(snippet):
    shares = binom(500, 0.3)
    expected = [(shares.mean() - 3 * shares.std()) / 500, (shares.mean() + 3 * shares.std()) / 500]
    np.testing.assert_allclose(snippet.control_limits(0.3, 500), expected)


def test_new_shares_from_counted_predictions(snippet):
    said_given_true = np.array([[0.7, 0.1, 0.2], [0.2, 0.6, 0.1], [0.1, 0.3, 0.7]])
    true = np.array([0.5, 0.15, 0.35])
    predicted = [sum(said_given_true[i][j] * true[j] for j in range(3)) for i in range(3)]
    np.testing.assert_allclose(snippet.new_shares(said_given_true, predicted), true)


def test_log_bytes(snippet):
    seconds = pd.Timedelta(days=3).total_seconds()
    assert snippet.log_bytes(7, 100, 3, kept=0.5) == pytest.approx(7 * 100 * seconds / 2)
    assert snippet.log_bytes(7, 100, 3) == 7 * 100 * seconds
