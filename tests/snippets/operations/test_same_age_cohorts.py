import numpy as np
import pytest
from scipy.stats import expon


def test_arrived_is_the_exponential_distribution(snippet):
    ages = np.array([0.5, 3, 20, 200])
    np.testing.assert_allclose(snippet.arrived(ages), expon(scale=20).cdf(ages))


def test_known_chargebacks_have_the_rates_and_delays(snippet):
    many = np.mean([snippet.simulate(np.random.default_rng(s)) for s in range(60)], axis=0)
    assert many.shape == (60, 60)
    rate = np.where(np.arange(60) < 40, 0.002, 0.0026)
    expected = rate[:, None] * expon(scale=20).cdf(np.arange(1, 61))
    error = np.sqrt(expected / (50_000 * 60))
    assert np.abs((many - expected) / error).max() < 5


def test_known_only_grows(snippet):
    assert (np.diff(snippet.known, axis=1) >= 0).all()
    counts = snippet.known * 50_000
    np.testing.assert_allclose(counts, np.rint(counts), atol=1e-6)


def test_views_pick_the_right_ages(snippet):
    known = np.arange(60)[:, None] * 1000 + np.arange(1, 61)  # day · 1000 + age
    seen = snippet.as_seen(known, 9)
    np.testing.assert_array_equal(seen, [1000 * day + 9 - day for day in range(9)])
    fixed = snippet.at_age(known, 7, 9)
    np.testing.assert_array_equal(fixed, [7, 1007, 2007])  # day 2 is seven days old on day 9


def test_printed_rows(snippet):
    rows = [line[6:].split() for line in snippet.printed.splitlines()[2:]]
    seen, fixed, corrected, truth = np.array(rows, float).T
    assert (np.diff(seen) < 0).all()  # the dashboard falls
    assert min(fixed[2:]) > 1.2 * max(fixed[:2])  # equal ages show the rise
    np.testing.assert_allclose(corrected, truth, rtol=0.1)
    ages = 60 - np.arange(20, 30)
    assert seen[0] == pytest.approx(20 * expon(scale=20).cdf(ages).mean(), rel=0.06)


def test_correction_uses_each_day_s_age(snippet):
    days = np.arange(50, 54)
    expected = snippet.seen[days].mean() / expon(scale=20).cdf(60 - days).mean()
    assert snippet.corrected == pytest.approx(expected)
