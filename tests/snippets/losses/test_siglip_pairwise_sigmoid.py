import numpy as np
import torch
from scipy.optimize import minimize_scalar


def oracle(images, texts, labels, scale, bias):
    logits = torch.tensor(scale * images @ texts.T + bias)
    target = torch.tensor((labels + 1) / 2)
    return torch.nn.functional.binary_cross_entropy_with_logits(logits, target, reduction="sum").item()


def test_it_is_binary_cross_entropy_over_all_pairs(snippet):
    rng = np.random.default_rng(1)
    images, texts = snippet.unit_rows(rng, 6, 4), snippet.unit_rows(rng, 9, 4)
    labels = np.where(rng.random((6, 9)) < 0.3, 1, -1)
    for scale, bias in ((10, -10), (3, 0.5), (1000, 2)):
        with np.errstate(over="raise"):
            value = snippet.siglip_sum(images, texts, labels, scale, bias)
        np.testing.assert_allclose(value, oracle(images, texts, labels, scale, bias))


def test_rows_have_length_one(snippet):
    x = snippet.unit_rows(np.random.default_rng(2), 5, 3)
    assert x.shape == (5, 3)
    np.testing.assert_allclose((x**2).sum(axis=1), 1)
    raw = np.random.default_rng(2).normal(size=(5, 3))
    np.testing.assert_allclose(x, raw / np.sqrt((raw**2).sum(axis=1))[:, None])


def test_best_constant_logit(snippet):
    for N in (2, 50, 5000):
        labels, ones = 2 * np.eye(min(N, 50)) - 1, np.ones((min(N, 50), 1))
        if N <= 50:
            expected = snippet.siglip_sum(ones, ones, labels, 0, -1.3) / N
            np.testing.assert_allclose(snippet.constant_logit_loss(-1.3, N), expected)
        best = minimize_scalar(lambda b: snippet.constant_logit_loss(b, N), bounds=(-20, 5), method="bounded").x  # noqa: B023
        assert abs(best + np.log(N - 1)) < 1e-3


def test_blocks_add_up_to_the_whole(snippet):
    whole = snippet.siglip_sum(snippet.images, snippet.texts, snippet.labels, 10, -10) / 1024
    np.testing.assert_allclose(sum(snippet.blocks), whole)
    assert len(snippet.blocks) == 4
    np.testing.assert_array_equal(snippet.labels, np.where(np.eye(1024) == 1, 1, -1))
    assert snippet.images.shape == snippet.texts.shape == (1024, 64)
