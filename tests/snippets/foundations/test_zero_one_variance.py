import numpy as np
import pytest


@pytest.mark.parametrize("q", [0.0, 0.2, 0.45, 0.5, 0.7, 1.0])
@pytest.mark.parametrize("voters", [1, 3, 9])
def test_both_errors_are_what_simulated_votes_give(snippet, q, voters):
    votes = np.random.default_rng(1).random((40_000, voters)) < q
    squared = ((votes.mean(axis=1) - 1) ** 2).mean()
    wrong = (votes.mean(axis=1) < 0.5).mean()
    assert abs(snippet.squared_error(q, voters) - squared) < 0.012  # standard error below 0.0025
    assert abs(snippet.zero_one_error(q, voters) - wrong) < 0.012


def test_averaging_always_lowers_the_squared_error_but_only_helps_a_right_majority(snippet):
    counts = (1, 3, 5, 11, 101)
    for q in (0.1, 0.3, 0.49, 0.51, 0.8):
        squared = [snippet.squared_error(q, m) for m in counts]
        wrong = [snippet.zero_one_error(q, m) for m in counts]
        assert (np.diff(squared) < 0).all()
        assert (np.diff(wrong) < 0).all() if q > 0.5 else (np.diff(wrong) > 0).all()
    assert snippet.squared_error(0.3, 1) == pytest.approx(0.7) == snippet.zero_one_error(0.3, 1)
