import numpy as np
import pytest
from scipy import stats


@pytest.mark.parametrize("correlation", [0.95, 0.3, -0.5])
@pytest.mark.parametrize("top", [0.5, 0.05])
def test_gains_are_those_of_a_bivariate_normal(snippet, correlation, top):
    best = stats.norm.pdf(stats.norm.ppf(1 - top)) / top  # mean of the top share of a standard normal
    proxy, goal, possible = snippet.gains(correlation, top=top, n=400_000, seed=4)
    # 20,000 or more chosen: standard error of the mean goal at most 0.007
    assert proxy == pytest.approx(best, abs=0.03) and possible == pytest.approx(best, abs=0.03)
    assert goal == pytest.approx(correlation * best, abs=0.03)


def test_perfect_proxy_chooses_the_best(snippet):
    proxy, goal, possible = snippet.gains(1.0, n=1000)
    assert proxy == pytest.approx(goal) == possible
    values = np.random.default_rng(0).normal(size=(2, 1000))[0]
    assert possible == pytest.approx(np.sort(values)[-10:].mean())


def test_printed_goal_is_correlation_times_possible(snippet):
    rows = [list(map(float, line.split())) for line in snippet.printed.splitlines()[1:]]
    assert [row[0] for row in rows] == [0.9, 0.5, 0.1, -0.2]
    for correlation, proxy, goal, possible in rows:
        assert proxy == possible == pytest.approx(stats.norm.pdf(stats.norm.ppf(0.99)) / 0.01, abs=0.06)
        assert goal == pytest.approx(correlation * possible, abs=0.12)
