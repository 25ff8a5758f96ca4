import numpy as np
import pytest
from scipy.stats import binom


def test_wealth_is_the_mean_of_bet_by_bet_wealths(snippet):
    rng = np.random.default_rng(5)
    is_canary = rng.random(40) < 0.3
    share, wealth = 0.2, []
    for r in (1.25, 1.5, 2, 4):
        money, chance = 1.0, share * r / (share * r + 1 - share)
        for canary in is_canary:
            money *= chance / share if canary else (1 - chance) / (1 - share)
        wealth.append(money)
    got = np.exp(snippet.log_wealth(is_canary.sum(), (~is_canary).sum(), share))
    assert got == pytest.approx(np.mean(wealth))
    assert snippet.log_wealth(0, 0) == pytest.approx(0)
    assert snippet.log_wealth(2, 5) == pytest.approx(snippet.log_wealth(2, 5, 0.05))


def test_wealth_is_1_on_average_if_the_canary_is_sound(snippet):
    # exactly: the canary's errors are binomial given all errors, whatever the error rate does
    for n, share in ((7, 0.05), (60, 0.3)):
        k = np.arange(n + 1)
        mean = (binom.pmf(k, n, share) * np.exp(snippet.log_wealth(k, n - k, share))).sum()
        assert mean == pytest.approx(1)
        better = (binom.pmf(k, n, 0.8 * share) * np.exp(snippet.log_wealth(k, n - k, share))).sum()
        assert better < 1  # a better canary only loses the bets


def test_z_score_is_the_pooled_two_proportion_test(snippet):
    from statsmodels.stats.proportion import proportions_ztest

    z, _ = proportions_ztest([30, 400], [2_000, 38_000])
    assert snippet.z_score(30, 400, 40_000) == pytest.approx(z)
    z, _ = proportions_ztest([30, 45], [1_000, 1_500])
    assert snippet.z_score(30, 45, 2_500, 0.4) == pytest.approx(z)


def test_the_simulated_counts(snippet):
    rng = np.random.default_rng(3)
    canary, control = snippet.simulate(rng, ratio=2.0, incident=4, tests=400)
    assert canary.shape == control.shape == (400, 240)
    new = np.diff(control, axis=1, prepend=0).mean(axis=0)
    # 57 errors a minute, 228 in minutes 60 to 89; standard error of a mean of 400: 0.4 and 0.8
    np.testing.assert_allclose(new[:60], 57, atol=2)
    np.testing.assert_allclose(new[90:], 57, atol=2)
    np.testing.assert_allclose(new[60:90], 228, atol=4)
    assert abs(canary[:, 59].mean() - 2 * 3 * 60) < 4  # standard error 0.95
    canary, control = snippet.simulate(rng, tries=5, tests=400)
    assert np.all(canary % 5 == 0) and np.all(control % 5 == 0)
    assert abs(control[:, -1].mean() - 240 * 57) < 60  # the rate does not change; standard error 13
    assert snippet.simulate(rng)[0].shape == (1_000, 240)


def test_alarms(snippet):
    values = np.array([[0, 2, 0, 3.0], [1, 1, 1, 1], [0, 0, 2, 0], [0, 0, 0, 2]])
    assert snippet.alarms(values, 2) == (0.75, 3.5)
    assert snippet.alarms(values, 3) == (0.25, np.inf)


def test_what_the_page_says(snippet):
    rng = np.random.default_rng(11)
    rate = {}
    for name, world in {
        "sound": {},
        "outage": {"incident": 20},
        "tries": {"tries": 3},
        "worse": {"ratio": 1.5},
    }.items():
        counts = snippet.simulate(rng, **world)
        rate[name] = snippet.alarms(snippet.log_wealth(*counts), np.log(20))[0]
    # Ville: at most 0.05; the standard error of 1,000 tests is 0.007
    assert rate["sound"] < 0.07 and rate["outage"] < 0.07
    assert rate["tries"] > 0.2 and rate["worse"] > 0.99
    assert snippet.canary.shape == (1_000, 240)
    assert (snippet.requests == 6_000 * np.arange(1, 241)).all()
    lines = snippet.printed.splitlines()[1:]
    shares = [[float(w[:-1]) for w in line.split() if w.endswith("%")] for line in lines]
    assert max(shares[0][0], shares[1][0]) <= 5 and shares[0][1] > 30  # the z-test at each look does not hold 5 %
    np.testing.assert_allclose(shares[0][0], 100 * rate["sound"], atol=3)
