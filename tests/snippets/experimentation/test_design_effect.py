import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st


@given(st.lists(st.integers(1, 9), min_size=1, max_size=8), st.floats(0, 1))
def test_formula_is_the_sum_of_all_covariances(snippet, sizes, icc):
    cluster = np.repeat(np.arange(len(sizes)), sizes)
    same = cluster[:, None] == cluster
    covariance = np.where(np.eye(len(cluster)) > 0, 1.0, icc * same)
    n = len(cluster)
    expected = covariance.sum() / n**2 / (1 / n)
    assert snippet.design_effect(np.array(sizes), icc) == pytest.approx(expected)


def test_equal_sizes_follow_the_textbook_and_unequal_ones_the_variation(snippet):
    assert snippet.design_effect(np.full(7, 12), 0.2) == pytest.approx(1 + 11 * 0.2)
    sizes = np.array([3, 8, 40, 1])
    variation = sizes.std() / sizes.mean()
    assert snippet.design_effect(sizes, 0.2) == pytest.approx(1 + ((1 + variation**2) * sizes.mean() - 1) * 0.2)


@pytest.mark.parametrize("icc", [0.0, 0.3, 1.0])
def test_simulation_agrees_with_the_formula(snippet, icc):
    sizes = np.array([4, 9, 2, 30])
    found = snippet.simulated(np.random.default_rng(1), sizes, icc, 8_000)
    # a variance from 8000 draws has a relative standard error of sqrt(2 / 8000)
    assert found == pytest.approx(snippet.design_effect(sizes, icc), rel=5 * np.sqrt(2 / 8_000))


def test_printed_table(snippet):
    equal, unequal = ([float(w) for w in line.split()[1:]] for line in snippet.printed.splitlines()[2:])
    assert equal[0] == equal[1] == unequal[0] == 2.2
    assert unequal[1] == pytest.approx(1 + ((10 * 25 + 6 * 225 + 4 * 8100) / 500 - 1) * 0.05, abs=0.006)
    for row in (equal, unequal):
        assert row[2] == pytest.approx(row[1], rel=5 * np.sqrt(2 / 4_000))
        assert row[3] == pytest.approx(500 / row[1], rel=0.01)
    assert snippet.sizes.sum() == 500 and len(snippet.sizes) == 20
