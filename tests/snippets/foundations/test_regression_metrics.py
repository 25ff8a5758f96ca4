import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import mean_absolute_error, r2_score, root_mean_squared_error


@given(st.integers(0, 200), st.floats(-5, 5))
def test_r2_is_scikit_learns(snippet, seed, shift):
    y, predicted = np.random.default_rng(seed).standard_normal((2, 12))
    np.testing.assert_allclose(snippet.r2(y, predicted + shift), r2_score(y, predicted + shift))


def test_the_mean_scores_zero_and_no_constant_more(snippet):
    y = np.array([1.0, 2.0, 6.0])
    assert [snippet.r2(y, np.full(3, c)) <= 0 for c in (-1, 2, 3, 9)] == [True] * 4
    assert snippet.r2(y, np.full(3, 3.0)) == 0 and snippet.r2(y, y) == 1


def test_each_row_is_what_scikit_learn_gives(snippet):
    signal, noise = snippet.signal, snippet.noise
    y = signal + noise / 2
    narrow = signal / 5 + noise / 2
    rows = np.array([line[22:].split() for line in snippet.printed.splitlines()[1:]], float)
    pairs = [(y, signal), (y, signal + 2), (y, -signal), (narrow, signal / 5)]
    for row, pair in zip(rows, pairs, strict=True):
        expected = root_mean_squared_error(*pair), mean_absolute_error(*pair), r2_score(*pair)
        np.testing.assert_allclose(row[:3], expected, atol=0.0051)
        np.testing.assert_allclose(row[3], np.corrcoef(*pair)[0, 1] ** 2, atol=0.0051)


def test_what_the_rows_show(snippet):
    rows = np.array([line[22:].split() for line in snippet.printed.splitlines()[1:]], float)
    assert rows[0, 3] == rows[1, 3] == rows[2, 3]  # the correlation sees neither shift nor sign
    assert rows[1, 2] < 0 and rows[2, 2] < 0
    assert (rows[0, :2] == rows[3, :2]).all() and rows[3, 2] < 0.3 < 0.7 < rows[0, 2]  # same errors, other R²
