import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog


@given(st.integers(0, 10**6), st.integers(4, 9), st.integers(1, 2))
def test_another_map_is_a_distribution_with_the_same_output(snippet, seed, keys, d_v):
    rng = np.random.default_rng(seed)
    V, weights = rng.normal(size=(keys, d_v)), rng.dirichlet(np.ones(keys))
    found = snippet.another_map(weights, V)
    np.testing.assert_allclose(found @ V, weights @ V, atol=1e-9)
    np.testing.assert_allclose(found.sum(), 1)
    assert found.min() > -1e-9 and found.min() < 1e-9  # it stops where the first weight is used up
    assert np.abs(found - weights).max() > 1e-6


def test_the_first_two_maps_share_no_token(snippet):
    assert not (snippet.one * snippet.other).any()
    assert snippet.one.sum() == snippet.other.sum() == 1
    V = np.arange(4.0)
    assert snippet.one @ V == snippet.other @ V == 1.5


def test_the_found_map_is_really_another(snippet):
    assert snippet.V.shape == (12, 4)
    np.testing.assert_array_equal(snippet.V, np.random.default_rng(0).normal(size=(12, 4)))  # in every run
    np.testing.assert_allclose(snippet.found @ snippet.V, snippet.weights @ snippet.V)
    assert np.abs(snippet.found - snippet.weights).sum() / 2 > 0.05
    assert snippet.found.min() > -1e-12
    # linear programming finds such maps too: the most and the least that token 0 can weigh differ
    equal = np.vstack([snippet.V.T, np.ones(12)])
    ends = [
        linprog(sign * np.eye(12)[0], A_eq=equal, b_eq=equal @ snippet.weights, bounds=(0, 1)).fun * sign
        for sign in (1, -1)
    ]
    assert ends[1] - ends[0] > 0.1


def test_with_few_keys_and_wide_values_the_weights_are_determined():
    rng = np.random.default_rng(4)
    V = rng.normal(size=(4, 6))
    assert np.linalg.matrix_rank(np.vstack([V.T, np.ones(4)])) == 4  # no direction is left
