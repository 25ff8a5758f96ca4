import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st


@given(st.integers(1, 9), st.integers(0, 40), st.integers(0, 1000))
def test_every_rank_ends_with_the_sum(snippet, n, size, seed):
    vectors = np.random.default_rng(seed).integers(-50, 50, size=(n, size))
    before = vectors.copy()
    results, sent = snippet.ring_all_reduce(vectors)
    assert len(results) == len(sent) == n
    for result in results:
        np.testing.assert_array_equal(result, before.sum(axis=0))
    np.testing.assert_array_equal(vectors, before)  # the inputs are left alone
    assert sent.sum() == 2 * (n - 1) * size  # each number travels once for the sum, once for the copy


@pytest.mark.parametrize("n", [1, 2, 3, 5, 12])
def test_volume_is_twice_the_share_of_the_others(snippet, n):
    vectors = np.ones((n, 60))
    _, sent = snippet.ring_all_reduce(vectors)
    np.testing.assert_array_equal(sent, 2 * (n - 1) * 60 // n)


def test_the_page_has_formula_and_count_equal(snippet):
    for n, line in zip((2, 4, 8), snippet.printed.splitlines(), strict=True):
        assert line.startswith(f"{n} ranks: right True")
        volume, formula = (float(x) for x in line.split("sends ")[1].replace("vectors =", "").split())
        assert volume == formula == pytest.approx(2 * (n - 1) / n)
    assert snippet.vectors.shape == (8, 840)
    assert (snippet.vectors.min(), snippet.vectors.max()) == (-9, 9)
    np.testing.assert_array_equal(snippet.results[5], snippet.vectors.sum(axis=0))
