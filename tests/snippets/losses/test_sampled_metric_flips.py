import re

import numpy as np
import pytest


def test_expected_sampled_recall_agrees_with_simulation(snippet):
    rng = np.random.default_rng(1)
    for rank, k, items, sampled in ((3, 2, 10, 5), (1, 1, 4, 3), (9, 4, 12, 6)):
        # items are named by their rank; the target is left out of the draw
        others = np.delete(np.arange(1, items + 1), rank - 1)
        drawn = rng.choice(others, (40_000, sampled))
        kept = ((drawn < rank).sum(axis=1) < k).mean()
        # the standard error of a share of 40,000 is at most 0.0025
        assert snippet.sampled_recall_at(np.array([rank]), k, items, sampled) == pytest.approx(kept, abs=0.01)


def test_means_over_users(snippet):
    ranks = np.array([1, 10, 11, 400])
    assert snippet.recall_at(ranks, 10) == 0.5
    one_by_one = [snippet.sampled_recall_at(ranks[[i]], 10, 1000, 100) for i in range(4)]
    assert snippet.sampled_recall_at(ranks, 10, 1000, 100) == pytest.approx(np.mean(one_by_one))


def test_the_order_of_the_models_flips(snippet):
    a, b = np.array([1, 4, 5000, 5000, 6000]), np.array([300] * 5)
    assert snippet.recall_at(a, 10) == 0.4 > snippet.recall_at(b, 10) == 0
    assert snippet.sampled_recall_at(a, 10, 10_000, 100) < 0.41 < 0.99 < snippet.sampled_recall_at(b, 10, 10_000, 100)
    (a_exact, a_sampled), (b_exact, b_sampled) = (
        re.findall(r"\d\.\d+", line) for line in snippet.printed.splitlines() if "exact" in line
    )
    assert a_exact > b_exact and a_sampled < b_sampled
