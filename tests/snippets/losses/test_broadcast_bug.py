import warnings

import numpy as np
import pytest
import torch


def test_the_broken_error_is_the_mean_over_all_pairs(snippet):
    rng = np.random.default_rng(6)
    p, y = rng.normal(size=(30, 1)), rng.normal(2, 3, size=30)
    pairs = np.mean([[(a - b) ** 2 for b in y] for a in p[:, 0]])
    assert snippet.broken_mse(p, y) == pytest.approx(pairs)
    # mean over i of (p_i - mean of y)², plus the variance of y
    assert pairs == pytest.approx(np.mean((p - y.mean()) ** 2) + y.var())
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        torchs = torch.nn.functional.mse_loss(torch.tensor(p), torch.tensor(y))
    assert torchs.item() == pytest.approx(pairs) and "broadcasting" in str(caught[0].message)


def test_perfect_predictions_cost_twice_the_variance_and_the_mean_once(snippet):
    y = np.random.default_rng(2).gamma(2, 3, size=99)
    assert snippet.broken_mse(y[:, None], y) == pytest.approx(2 * y.var())
    assert snippet.broken_mse(np.full((99, 1), y.mean()), y) == pytest.approx(y.var())


def test_the_sound_one_refuses_what_does_not_match(snippet):
    y = np.array([1.0, 4.0, 2.0])
    assert snippet.mse(y + np.array([1, 0, 2]), y) == pytest.approx(5 / 3)
    with pytest.raises(ValueError, match=r"\(3, 1\) and \(3,\)"):
        snippet.mse(y[:, None], y)
