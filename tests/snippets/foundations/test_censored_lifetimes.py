import numpy as np
import pytest
from statsmodels.duration.survfunc import SurvfuncRight


@pytest.mark.parametrize("seed", range(3))
def test_agrees_with_statsmodels(snippet, seed):
    rng = np.random.default_rng(seed)
    time, event = rng.integers(1, 15, size=60).astype(float), rng.random(60) < 0.6
    steps, survival = snippet.kaplan_meier(time, event)
    oracle = SurvfuncRight(time, event.astype(int))
    np.testing.assert_allclose(survival, np.array(oracle.surv_prob)[np.isin(oracle.surv_times, steps)])
    np.testing.assert_array_equal(steps, np.unique(time[event]))
    assert snippet.median(time, event) == oracle.quantile(0.5)


def test_without_censoring_it_is_the_empirical_survival(snippet):
    time = np.array([1.0, 2, 2, 3, 5, 5, 5, 9])
    steps, survival = snippet.kaplan_meier(time, np.ones(8, bool))
    np.testing.assert_allclose(survival, [np.mean(time > t) for t in steps])
    assert snippet.median(np.array([1.0, 2, 3, 4]), np.ones(4, bool)) == 2  # survival is exactly one half there


def test_lifetimes_and_censoring_are_as_described(snippet):
    # rounded up to whole months, so P(lifetime > 12) is 1/2
    assert np.mean(snippet.lifetime > 12) == pytest.approx(0.5, abs=0.025)  # standard error 0.8 %
    assert np.all(snippet.time == np.minimum(snippet.lifetime, snippet.joined))
    assert np.array_equal(snippet.event, snippet.lifetime <= snippet.joined)
    assert set(snippet.joined) == set(range(1, 25)) and len(snippet.lifetime) == 4000
    assert np.all(snippet.everyone)


def test_printed_medians(snippet):
    lines = snippet.printed.splitlines()
    assert float(lines[0].split()[-3]) == pytest.approx(np.mean(~snippet.event), abs=0.005)
    truth, km, dropped, ended = (float(line.split()[-1]) for line in lines[1:])
    assert truth == np.median(snippet.lifetime) and abs(km - truth) <= 1
    assert dropped == np.median(snippet.time[snippet.event]) < 0.6 * truth
    assert ended < 0.6 * truth and abs(ended - np.median(snippet.time)) <= 1
