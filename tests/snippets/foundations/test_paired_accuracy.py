import numpy as np
import pytest
from statsmodels.stats.contingency_tables import mcnemar


@pytest.mark.parametrize(("first", "second", "n"), [(3, 9, 40), (0, 5, 6), (20, 20, 100), (7, 0, 9)])
def test_the_error_is_that_of_the_mean_of_the_gaps(snippet, first, second, n):
    gaps = np.repeat([-1.0, 1.0, 0.0], [first, second, n - first - second])
    difference, error = snippet.paired_difference(first, second, n)
    np.testing.assert_allclose([difference, error], [gaps.mean(), gaps.std() / np.sqrt(n)])


def test_the_intervals_overlap_and_the_difference_is_clear(snippet):
    assert snippet.n == 1000
    numbers = snippet.printed.replace("±", "").split("\n")
    a, b = ([float(v) for v in line.replace(", alone", "").split()[2:]] for line in numbers[:2])
    for p, margin in (a, b):
        assert abs(margin - 1.96 * np.sqrt(p * (1 - p) / 1000)) < 0.0006
    assert a[0] + a[1] > b[0] - b[1]
    difference, margin = (float(v) for v in numbers[2].split()[1:])
    assert difference - margin > 0 and difference == pytest.approx(b[0] - a[0])
    assert abs(margin - 1.96 * snippet.error) < 0.0006


def test_the_p_value_is_statsmodels(snippet):
    table = [[snippet.both, snippet.only_a], [snippet.only_b, snippet.neither]]
    assert f"{mcnemar(table).pvalue:.4f}" == snippet.printed.split()[-1]
