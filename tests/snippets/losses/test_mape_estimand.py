import numpy as np
import sklearn.metrics
from hypothesis import given
from hypothesis import strategies as st

POSITIVE = st.floats(0.1, 1e3)


@given(st.lists(POSITIVE, min_size=1, max_size=6), POSITIVE)
def test_mape_agrees_with_scikit_learn(snippet, targets, prediction):
    y = np.array(targets)
    expected = sklearn.metrics.mean_absolute_percentage_error(y, np.full(len(y), prediction))
    np.testing.assert_allclose(snippet.mape(y, prediction), expected)
    log = sklearn.metrics.mean_squared_error(np.log(y), np.full(len(y), np.log(prediction)))
    np.testing.assert_allclose(snippet.squared_log(y, prediction), log, atol=1e-12)


def test_the_minimiser_is_the_median_weighted_by_one_over_y(snippet):
    rng = np.random.default_rng(5)
    for _ in range(20):
        y = rng.gamma(2.0, size=15)
        best = snippet.weighted_median(y, 1 / y)
        assert best in y  # brute force over the data: a piecewise linear loss has its minimum at one of them
        assert np.isclose(snippet.mape(y, best), min(snippet.mape(y, c) for c in y))


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=9))
def test_equal_weights_give_a_median(snippet, values):
    y = np.array(values)
    found = snippet.weighted_median(y, np.ones(len(y)))
    assert np.mean(y <= found) >= 0.5 and np.mean(y >= found) >= 0.5


@given(POSITIVE, POSITIVE, st.floats(0.01, 100))
def test_smape_is_bounded_scale_free_and_symmetric_in_its_arguments(snippet, y, prediction, c):
    value = snippet.smape(y, prediction)
    assert 0 <= value < 2
    np.testing.assert_allclose(value, snippet.smape(prediction, y), atol=1e-12)
    np.testing.assert_allclose(value, snippet.smape(c * y, c * prediction), rtol=1e-6, atol=1e-12)
    np.testing.assert_allclose(snippet.smape(100.0, 300.0), 1.0)


def test_the_printed_table_shows_three_kinds_of_asymmetry(snippet):
    rows = {
        line.split()[1]: [float(cell.strip("%")) for cell in line.split()[2:]]
        for line in snippet.printed.splitlines()[5:]
    }
    assert rows["0.001"][0] == 100 < rows["1000"][0]  # MAPE: the cost of too little is bounded
    assert rows["50"][0] == rows["150"][0] and rows["50"][1] > rows["150"][1]  # sMAPE prefers too much
    assert rows["50"][2] == rows["200"][2] > rows["150"][2]  # logs: equal ratios


def test_the_printed_estimand(snippet):
    assert snippet.best in snippet.y and abs(snippet.best - np.exp(-1)) < 0.01  # 100,001 draws
    assert snippet.mape(snippet.y, snippet.best) < 0.5 * snippet.mape(snippet.y, snippet.y.mean())
    assert np.isclose(np.median(snippet.y), 1, atol=0.02) and len(snippet.y) == 100_001
