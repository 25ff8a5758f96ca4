import numpy as np
import pytest


@pytest.mark.parametrize(("error", "real", "broken", "rate"), [(0.01, 0.01, 0.2, 0.02), (0.02, 0.03, 0.1, 0.3)])
def test_posterior_by_simulating_many_tests(snippet, error, real, broken, rate):
    rng = np.random.default_rng(0)
    n = 1_000_000
    bug = rng.random(n) < rate
    true = rng.normal(0, real, n)
    seen = np.where(bug, rng.normal(0, broken, n), true) + rng.normal(0, error, n)
    for lift in (0.0, 0.03, -0.05, 0.08):
        near = abs(seen - lift) < 0.002
        expected = snippet.bug_probability(lift, error, real, broken, rate)
        # four standard errors of the share, and what the width of the window may blur
        assert abs(bug[near].mean() - expected) < 4 * np.sqrt(expected * (1 - expected) / near.sum()) + 0.03
        sound = near & ~bug
        if sound.sum() > 1000:
            expected = snippet.believable_lift(lift, error, real)
            assert abs(true[sound].mean() - expected) < 4 * true[sound].std() / np.sqrt(sound.sum()) + 0.001


def test_limits(snippet):
    np.testing.assert_allclose(snippet.bug_probability(0.07, 0.01, real=0.1, broken=0.1, rate=0.3), 0.3)  # no evidence
    assert snippet.bug_probability(0.5, 0.01) > 1 - 1e-12
    assert snippet.bug_probability(0.03, 0.01) == snippet.bug_probability(-0.03, 0.01)
    assert np.isclose(snippet.believable_lift(0.04, 0.0), 0.04)
    # log odds at 0: rate and the ratio of the widths alone
    odds = 0.02 / 0.98 * np.sqrt((0.01**2 + 0.01**2) / (0.2**2 + 0.01**2))
    np.testing.assert_allclose(snippet.bug_probability(0, 0.01), odds / (1 + odds))


def test_defaults_are_those_named_on_the_page(snippet):
    assert snippet.bug_probability.__defaults__ == (0.01, 0.20, 0.02)
    assert snippet.believable_lift.__defaults__ == (0.01,)


def test_the_larger_the_lift_the_less_believable(snippet):
    chances = [snippet.bug_probability(x, 0.01) for x in np.linspace(0, 0.2, 50)]
    assert (np.diff(chances) >= 0).all()
