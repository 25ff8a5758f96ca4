import random
from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chisquare


@pytest.mark.parametrize(("n", "k"), [(6, 3), (5, 1), (5, 4)])
def test_every_subset_is_equally_likely(snippet, n, k):
    rng = random.Random(7)
    seen = Counter(frozenset(snippet.reservoir(iter(range(n)), k, rng)) for _ in range(6000))
    counts = [seen.pop(frozenset(subset), 0) for subset in combinations(range(n), k)]
    assert not seen
    assert chisquare(counts).pvalue > 1e-3  # a wrong slot range gives less than 1e-20


@given(st.lists(st.integers(), max_size=20), st.integers(0, 25), st.integers(0, 9))
def test_the_sample_comes_from_the_stream_and_has_the_right_size(snippet, stream, k, seed):
    sample = snippet.reservoir(iter(stream), k, random.Random(seed))
    assert len(sample) == min(k, len(stream)) and not Counter(sample) - Counter(stream)
    if len(stream) <= k:
        assert sample == stream


def test_the_order_of_a_sample_is_not_random(snippet):
    for seed in range(200):  # an early item keeps its place as long as it stays
        sample = snippet.reservoir(range(8), 2, random.Random(seed))
        assert sample[1] != 0 and sample[0] != 1
    assert set(snippet.first) == {0}


def test_printed_shares_are_within_the_noise_of_10_000_runs(snippet):
    # standard error sqrt(0.3 * 0.7 / 10_000) = 0.005
    for item in range(snippet.n):
        assert abs(sum(item in s for s in snippet.samples) / snippet.runs - snippet.k / snippet.n) < 0.02
