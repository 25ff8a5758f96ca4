import numpy as np
import pytest
from sklearn.linear_model import LinearRegression


def test_errors_against_loops_and_scikit_learn(snippet):
    rng = np.random.default_rng(9)
    series = np.cumsum(rng.normal(size=260)) + rng.normal(size=260)
    found = snippet.mean_errors(series)
    days = range(200, 260)
    assert found["mean of first 200"] == pytest.approx(np.mean([abs(series[d] - series[:200].mean()) for d in days]))
    assert found["last value"] == pytest.approx(np.mean([abs(series[d] - series[d - 1]) for d in days]))
    assert found["same weekday"] == pytest.approx(np.mean([abs(series[d] - series[d - 7]) for d in days]))
    lagged = np.array([[series[d - 1], series[d - 7]] for d in range(7, 260)])
    model = LinearRegression().fit(lagged[:193], series[7:200])
    assert found["line on both"] == pytest.approx(abs(series[200:] - model.predict(lagged[193:])).mean())


def test_errors_follow_from_the_noise(snippet):
    scale = 2 * np.sqrt(2 / np.pi)  # mean absolute value of a normal of sd 2
    weekly, walk = snippet.mean_errors(snippet.weekly), snippet.mean_errors(snippet.walk)
    # 400 forecasts: standard error 4 %; differences of two noises have sd 2√2
    assert weekly["same weekday"] == pytest.approx(scale * np.sqrt(2), rel=0.12)
    assert walk["last value"] == pytest.approx(scale, rel=0.12)
    assert walk["same weekday"] == pytest.approx(scale * np.sqrt(7), rel=0.3)  # overlapping: fewer independent values
    assert len(snippet.weekly) == len(snippet.walk) == 600
    sine = 10 * np.sin(2 * np.pi * np.arange(600) / 7)
    assert np.mean(snippet.weekly - sine) == pytest.approx(0, abs=0.3)  # standard error 0.08
    assert np.std(snippet.weekly - sine) == pytest.approx(2, rel=0.1)
    assert np.std(np.diff(snippet.walk)) == pytest.approx(2, rel=0.1)


def test_which_baseline_is_hard_to_beat_depends_on_the_series(snippet):
    weekly, walk = snippet.mean_errors(snippet.weekly), snippet.mean_errors(snippet.walk)
    assert weekly["same weekday"] < weekly["mean of first 200"] and walk["last value"] < walk["same weekday"]
    assert walk["last value"] < walk["mean of first 200"] / 5
    assert weekly["line on both"] < weekly["last value"] and walk["line on both"] > 2 * walk["last value"]


def test_hit_rates_are_shares_of_zipf(snippet):
    popular, random = snippet.hit_rates()
    weights = 1 / np.arange(1, 1001)
    top = weights[:10].sum() / weights.sum()
    assert popular == pytest.approx(top, abs=0.03)  # standard error 0.7 %, and the top 10 are estimated
    assert random < 0.05
    all_popular, all_random = snippet.hit_rates(items=50, k=50)
    assert all_popular == all_random == 1
    three, _ = snippet.hit_rates(items=20, users=20_000, k=3, seed=5)
    weights = 1 / np.arange(1, 21)
    assert three == pytest.approx(weights[:3].sum() / weights.sum(), abs=0.015)


def test_random_items_hit_by_their_share(snippet):
    mean = np.mean([snippet.hit_rates(items=40, users=400, k=10, seed=s)[1] for s in range(100)])
    assert mean == pytest.approx(10 / 40, abs=0.05)  # sd of one about 0.14
