import numpy as np
from hypothesis import given
from hypothesis import strategies as st


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)), min_size=1, max_size=8), st.integers(1, 99))
def test_quantile_is_the_inverse_of_the_distribution_function(snippet, atoms, per_cent):
    values, weights = np.array(atoms).T
    sample = np.repeat(values, weights)
    q = per_cent / 100
    expected = next(v for v in np.sort(sample) if np.sum(sample <= v) * 100 >= per_cent * len(sample))
    assert snippet.quantile(values, weights / len(sample), q) == expected


def test_sum_quantile_enumerates_both_stages(snippet):
    values, p = np.array([1, 4, 9]), np.array([0.5, 0.3, 0.2])
    sample = np.repeat(values, [5, 3, 2])
    sums = np.sort(np.add.outer(sample, sample).ravel())
    for q in (0.1, 0.5, 0.9, 0.95, 0.97):
        assert snippet.sum_quantile(values, p, q) == sums[int(np.ceil(round(q * 100, 9))) - 1]


@given(st.lists(st.integers(1, 9), min_size=2, max_size=6), st.integers(2, 40))
def test_the_union_bound_always_holds(snippet, weights, miss):
    p = np.array(weights) / sum(weights)
    values = np.arange(len(p)) ** 3
    whole = snippet.sum_quantile(values, p, 1 - miss / 100)
    assert whole <= 2 * snippet.quantile(values, p, 1 - miss / 200)


def test_both_directions(snippet):
    rng = np.random.default_rng(1)
    draws = rng.exponential(1, (200_000, 4)).sum(axis=1)
    assert abs(np.quantile(draws, 0.99) - 10.0) < 0.15  # standard error 0.04
    assert "p99 of the sum 10.0" in snippet.printed and "sum of p99s 18.4" in snippet.printed
    rare = np.where(rng.random((200_000, 2)) < 0.009, 1000, 10).sum(axis=1)
    assert np.quantile(rare, 0.99) == 1010
    assert "p99 of the sum 1010" in snippet.printed
