import numpy as np
import pytest
import torch

RNG = np.random.default_rng(3)
BATCHES = [RNG.exponential(2.0, n) for n in (3, 50, 7)]


def test_one_divisor_gives_the_mean_of_the_undivided_batch(snippet):
    assert snippet.shared_divisor(BATCHES) == pytest.approx(np.concatenate(BATCHES).mean())
    assert np.mean(snippet.losses_of_ranks(BATCHES)) == pytest.approx(np.concatenate(BATCHES).mean())
    assert snippet.mean_of_means(BATCHES) == pytest.approx(sum(b.mean() for b in BATCHES) / 3)
    equal = [RNG.normal(size=8) for _ in range(4)]
    assert snippet.mean_of_means(equal) == pytest.approx(snippet.shared_divisor(equal))


def test_weights_of_tokens_explain_the_difference(snippet):
    weights = snippet.weight_of_a_token(BATCHES)
    weighted = sum(w * b.sum() for w, b in zip(weights, BATCHES, strict=True)) / 60
    assert weighted == pytest.approx(snippet.mean_of_means(BATCHES))
    np.testing.assert_allclose(weights, [20 / 3, 20 / 50, 20 / 7])


def test_accumulated_gradients_match_only_with_one_divisor(snippet):
    x, y = torch.tensor(RNG.normal(size=(60, 4))), torch.tensor(RNG.normal(size=60))
    parts = list(zip(x.split([3, 50, 7]), y.split([3, 50, 7]), strict=True))

    def gradient(combine):
        w = torch.ones(4, dtype=torch.float64, requires_grad=True)
        combine([(a @ w - b) ** 2 for a, b in parts]).backward()
        return w.grad

    whole = gradient(lambda batches: torch.cat(batches).mean())
    torch.testing.assert_close(gradient(snippet.shared_divisor), whole)
    torch.testing.assert_close(gradient(lambda b: sum(snippet.losses_of_ranks(b)) / 3), whole)
    means = gradient(lambda batches: sum(b.mean() for b in batches) / 3)
    assert (means - whole).norm() > 0.2 * whole.norm()
