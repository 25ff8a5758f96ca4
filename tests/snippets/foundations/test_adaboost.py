import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st


@given(st.integers(0, 60))
def test_bound_weights_and_votes_follow_the_theory(snippet, seed):
    rng = np.random.default_rng(seed)
    x, y = rng.permutation(np.arange(12.0)), rng.choice([-1, 1], 12)
    fit_stump, seen = snippet.fit_stump, []

    def spy(x, y, weight):
        seen.append((weight, fit_stump(x, y, weight)))
        return seen[-1][1]

    expected, score = 1.0, np.zeros(12)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(snippet, "fit_stump", spy)
        try:
            for error, bound, after in snippet.adaboost(x, y, 6):
                weight, (miss, threshold, sign) = seen[-1]
                # weights in proportion to exp(-margin), the other way to write the update
                np.testing.assert_allclose(weight, np.exp(-y * score) / np.exp(-y * score).sum())
                score += 0.5 * np.log((1 - miss) / miss) * np.where(x > threshold, sign, -sign)
                expected *= 2 * np.sqrt(miss * (1 - miss))
                np.testing.assert_allclose(bound, [expected])
                np.testing.assert_allclose(bound, np.exp(-y * score).mean())
                np.testing.assert_allclose(after, 0.5)
                if abs(score).min() > 1e-9:
                    assert error == np.mean(np.sign(score) != y)
                assert error <= bound + 1e-12
            assert len(seen) == 6
        except ValueError:
            assert seen[-1][1][0] < 1e-12 or seen[-1][1][0] > 0.5 - 1e-12


@given(st.integers(0, 60))
def test_the_stump_is_the_best(snippet, seed):
    rng = np.random.default_rng(seed)
    x, y, weight = rng.integers(5, size=8) * 1.0, rng.choice([-1, 1], 8), rng.dirichlet(np.ones(8))
    error, threshold, sign = snippet.fit_stump(x, y, weight)
    np.testing.assert_allclose(weight[np.where(x > threshold, sign, -sign) != y].sum(), error)
    for cut in (-1, 0.5, 1.5, 2.5, 3.5):
        for s in (1, -1):
            assert error <= weight[np.where(x > cut, s, -s) != y].sum() + 1e-12
    assert threshold == np.inf or threshold not in x


def test_perfect_or_useless_stumps_are_refused(snippet):
    with pytest.raises(ValueError, match="perfect"):
        list(snippet.adaboost(np.array([0.0, 1]), np.array([-1, 1]), 1))
    with pytest.raises(ValueError, match="better than chance"):
        list(snippet.adaboost(np.array([1.0, 1]), np.array([-1, 1]), 1))


def test_three_stumps_fit_what_one_cannot(snippet):
    errors = [error for error, _, _ in snippet.adaboost(snippet.x, snippet.y, 3)]
    assert errors[0] > 0 and errors[-1] == 0
    assert np.count_nonzero(np.diff(snippet.y)) == 3  # one stump changes sign once
