import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st


@given(st.integers(1, 60), st.floats(0, 0.99))
def test_it_is_the_geometric_sum(snippet, n, beta):
    assert snippet.effective_number(n, beta) == pytest.approx(sum(beta**k for k in range(n)))


def test_it_is_the_expected_number_of_distinct_prototypes(snippet):
    # n draws from N = 1 / (1 - beta) equally likely prototypes
    prototypes, n = 20, 30
    draws = np.random.default_rng(0).integers(0, prototypes, size=(4000, n))
    distinct = np.mean([len(set(row)) for row in draws])
    # standard deviation of the count below 2: four standard errors of 4000 means 0.13
    assert distinct == pytest.approx(snippet.effective_number(n, 1 - 1 / prototypes), abs=0.13)


def test_weights_run_from_equal_to_inverse_frequency(snippet):
    counts = np.array([700, 30, 2])
    np.testing.assert_allclose(snippet.class_weights(counts, 0), 1)
    inverse = 1 / counts
    np.testing.assert_allclose(snippet.class_weights(counts, 1 - 1e-8), inverse / inverse.mean(), rtol=1e-4)
    middle = snippet.class_weights(counts, 0.9)
    assert middle.mean() == pytest.approx(1)
    by_hand = 0.1 / (1 - 0.9 ** counts.astype(float))
    np.testing.assert_allclose(middle / middle[0], by_hand / by_hand[0])


def test_inverse_row(snippet):
    assert snippet.counts == [5000, 500, 50, 5]
    np.testing.assert_allclose(snippet.inverse, snippet.class_weights(snippet.counts, 1 - 1e-9), rtol=1e-3)
