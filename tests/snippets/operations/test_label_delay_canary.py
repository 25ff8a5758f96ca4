import numpy as np
import pytest


def test_against_simulated_delays(snippet):
    rng = np.random.default_rng(0)
    n = 400_000
    delay = rng.exponential(24, n)
    for hours in (3.0, 30.0, 100.0):
        age = rng.random(n) * hours
        assert abs(snippet.seen_since(hours) - (delay < age).mean()) < 0.004  # five standard errors
        assert abs(snippet.seen(hours) - (delay < hours).mean()) < 0.004


def test_limits(snippet):
    assert snippet.seen(0) == 0 and snippet.seen(1e6) == 1
    assert snippet.seen_since(0.01) == pytest.approx(0.005 / 24, rel=1e-3)  # half the age, over the delay
    assert snippet.seen_since(1e6) == pytest.approx(1, abs=1e-4)


def test_a_dashboard_of_old_traffic_is_in_balance(snippet):
    # conversions today of requests of all ages, over today's requests: the density of the delay integrates to 1
    ages = np.linspace(0, 2_000, 200_001)
    arriving = np.gradient(snippet.seen(ages), ages)
    assert np.trapezoid(arriving, ages) == pytest.approx(1, abs=1e-4)


def test_what_the_page_says(snippet):
    assert 0.04 * snippet.seen_since(6) < 0.005 and 0.04 * snippet.seen_since(168) < 0.035
    assert snippet.window == 48 and 0.04 * snippet.seen(48) == pytest.approx(0.04 * (1 - np.exp(-2)))
