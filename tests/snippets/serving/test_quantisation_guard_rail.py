import numpy as np
import pytest
from scipy import stats


@pytest.mark.parametrize(("n", "lost", "gained", "level"), [(500, 30, 12, 0.95), (2000, 5, 90, 0.99), (50, 3, 3, 0.9)])
def test_bound_is_that_of_the_mean_of_the_differences(snippet, n, lost, gained, level):
    change = np.repeat([-1.0, 1.0, 0.0], [lost, gained, n - lost - gained])
    low = stats.norm.interval(2 * level - 1, change.mean(), change.std() / np.sqrt(n))[0]
    assert snippet.lower_bound(n, lost, gained, level) == pytest.approx(low)
    for margin in (-low * 0.99, -low * 1.01):
        assert snippet.passes(margin, level, n=n, lost=lost, gained=gained) == (low > -margin)
    exact = snippet.lower_bound(n, lost, gained, level)
    assert not snippet.passes(-exact, level, n=n, lost=lost, gained=gained)  # at the margin is not within it
    assert snippet.passes(-low + 1e-9, level, n=n, lost=lost, gained=gained)


def test_default_level_is_95_percent(snippet):
    counts = dict(n=1000, lost=40, gained=30)
    low = snippet.lower_bound(**counts, level=0.95)
    assert snippet.passes(-low + 1e-9, **counts) and not snippet.passes(-low - 1e-9, **counts)


def test_coverage_by_simulation(snippet):
    rng = np.random.default_rng(1)
    draws = rng.multinomial(3000, [0.03, 0.02, 0.95], size=4000)
    bounds = snippet.lower_bound(3000, draws[:, 0], draws[:, 1], 0.95)
    # 4,000 draws: standard error 0.0034 of the share; the normal approximation adds a little
    assert np.mean(bounds > -0.01) == pytest.approx(0.05, abs=0.014)


def test_the_mean_passes_and_a_segment_does_not(snippet):
    assert snippet.total == {"n": 10_000, "lost": 167, "gained": 141}
    assert snippet.passes(0.01, **snippet.total)
    assert snippet.level == pytest.approx(0.98333, abs=1e-5)
    low = snippet.segments["long"]
    assert stats.binomtest(low["lost"], low["lost"] + low["gained"]).pvalue < 0.001  # a real loss
    assert not snippet.passes(0.01, snippet.level, **low)
    assert not snippet.passes(0.01, snippet.level, **snippet.segments["code"])  # too few to tell
