import numpy as np
import pytest

EXAMINATION = np.array([0.9, 0.5, 0.2, 0.35])
RELEVANCE = np.array([0.2, 0.8, 0.5, 0.6])
N = 400_000


def test_clicks_need_a_look_and_a_liking(snippet):
    got = snippet.clicks(np.random.default_rng(1), EXAMINATION, RELEVANCE, N)
    p = EXAMINATION * RELEVANCE
    assert (np.abs(got - N * p) < 5 * np.sqrt(N * p * (1 - p))).all()  # five standard deviations


@pytest.mark.parametrize("k", [1, 2, 3])
def test_swapped_clicks_have_the_ratio_of_examination_whatever_the_relevance(snippet, k):
    first, other = snippet.swapped_clicks(np.random.default_rng(k), EXAMINATION, RELEVANCE, k, N)
    both = RELEVANCE[0] + RELEVANCE[k]  # at each position: each document N times
    assert abs(first - N * EXAMINATION[0] * both) < 5 * np.sqrt(first)
    assert abs(other - N * EXAMINATION[k] * both) < 5 * np.sqrt(other)


def test_printed_swaps_find_examination_and_raw_rates_do_not(snippet):
    assert snippet.n == 100_000  # the tolerances below rely on it
    assert len(snippet.raw) == len(snippet.relevance) == 6
    for line in snippet.printed.splitlines()[1:]:
        rank, examined, raw, swap = (float(word) for word in line.split())
        assert examined == pytest.approx(1 / rank, abs=0.006)
        assert swap == pytest.approx(examined, abs=0.02)  # counts above 15,000: relative error below 0.01
        relevance = snippet.relevance
        assert raw == pytest.approx(relevance[int(rank) - 1] / relevance[0] / rank, abs=0.015)
        assert raw < 0.8 * examined
    assert [line.split()[0] for line in snippet.printed.splitlines()[1:]] == ["2", "3", "4", "5", "6"]
