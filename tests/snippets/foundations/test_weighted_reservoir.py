import random
from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chisquare


@pytest.mark.parametrize("k", [1, 2, 3])
def test_ordered_samples_have_the_probabilities_of_successive_draws(snippet, k):
    weights, rng, runs = {"a": 1, "b": 2, "c": 5, "d": 2}, random.Random(5), 6000
    seen = Counter(tuple(snippet.weighted_sample(weights.items(), k, rng)) for _ in range(runs))
    expected, observed = [], []
    for draw in permutations(weights, k):
        probability, left = 1.0, sum(weights.values())
        for item in draw:
            probability *= weights[item] / left
            left -= weights[item]
        expected.append(runs * probability)
        observed.append(seen[draw])
    assert sum(observed) == runs
    assert chisquare(observed, expected).pvalue > 1e-3


@given(st.dictionaries(st.text(max_size=3), st.floats(0, 1e6), max_size=8), st.integers(0, 9))
def test_size_and_zero_weights(snippet, weights, k):
    sample = snippet.weighted_sample(weights.items(), k, random.Random(1))
    positive = {item for item, weight in weights.items() if weight > 0}
    assert len(sample) == len(set(sample)) == min(k, len(positive)) and set(sample) <= positive


def test_items_are_never_compared(snippet):
    class Fixed(random.Random):
        def expovariate(self, rate):
            return 1.0

    assert snippet.weighted_sample([({}, 1), (None, 1), ([], 1)], 2, Fixed()) is not None


def test_printed_shares_are_within_the_noise_of_10_000_runs(snippet):
    first = Counter(sample[0] for sample in snippet.samples)
    for item, weight in snippet.stream:  # standard error at most 0.005
        assert abs(first[item] / snippet.runs - weight / 10) < 0.02
    assert len(snippet.samples) == 10_000 and all(len(sample) == 2 for sample in snippet.samples)
