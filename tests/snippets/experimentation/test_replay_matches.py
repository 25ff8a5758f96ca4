import numpy as np
import pytest


@pytest.mark.parametrize("propensity", [[0.7, 0.15], [0.05, 0.6], [0.4, 0.4]])
def test_replay_agrees_with_exact_sums(snippet, propensity):
    propensity = np.array(propensity)
    q, n = snippet.REWARD, 200_000
    share, plain, weighted = snippet.replay(np.random.default_rng(9), propensity, n)
    kept = n * propensity.mean()
    # five standard errors; one row's reward has a spread of at most one half
    assert share == pytest.approx(propensity.mean(), abs=5 * 0.5 / np.sqrt(n))
    assert plain == pytest.approx((propensity @ q) / propensity.sum(), abs=5 * 0.5 / np.sqrt(kept))
    # weighting: effective rows are n divided by the mean of 1/propensity
    effective = n / (1 / propensity).mean()
    assert weighted == pytest.approx(q.mean(), abs=5 * 0.5 / np.sqrt(effective))


def test_printed_replay_is_right_only_where_matches_are_uniform(snippet):
    uniform, skewed = ([float(w) for w in line.split() if w[:2] == "0."] for line in snippet.printed.splitlines()[1:])
    # 40,000 rows and more: standard errors below 0.003, and the printed rounding
    assert uniform == pytest.approx([0.2, 0.45, 0.45], abs=0.01)
    assert skewed == pytest.approx([0.5, 0.8 * 0.5 + 0.2 * 0.4, 0.45], abs=0.015)
    assert skewed[1] > skewed[2] + 0.02
    rows = round(1 / (snippet.share / round(snippet.share * 200_000)))
    assert rows == 200_000
