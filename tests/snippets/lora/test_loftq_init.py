import numpy as np
import pytest
from scipy.stats import norm


def brute(snippet, W, block):
    w = W.reshape(-1, block)
    scale = np.abs(w).max(axis=1, keepdims=True)
    nearest = np.abs(w[..., None] / scale[..., None] - snippet.NF4).argmin(-1)
    return (snippet.NF4[nearest] * scale).reshape(W.shape)


def test_nf4_takes_the_nearest_code(snippet):
    W = np.random.default_rng(1).normal(size=(8, 48)) * 3
    np.testing.assert_array_equal(snippet.nf4(W), brute(snippet, W, 64))
    np.testing.assert_array_equal(snippet.nf4(W, 16), brute(snippet, W, 16))
    positive = norm.ppf([0.9677083 - 0.4677083 * i / 8 for i in range(8)])
    negative = -norm.ppf([0.9677083 - 0.4677083 * i / 7 for i in range(7)])
    expected = np.array(sorted([*positive, 0, *negative]))
    np.testing.assert_allclose(snippet.NF4, expected / expected.max(), atol=5e-6)


def test_low_rank_is_the_best_of_its_rank(snippet):
    M = np.random.default_rng(2).normal(size=(9, 7))
    B, A = snippet.low_rank(M, 3)
    assert B.shape == (9, 3) and A.shape == (3, 7)
    assert snippet.low_rank(M, 9)[0].shape == (9, 7)  # no more than seven directions exist
    tail = np.linalg.svd(M, compute_uv=False)[3:]
    assert np.linalg.norm(M - B @ A) == pytest.approx(np.linalg.norm(tail))


def test_rounds_alternate(snippet):
    W = np.random.default_rng(3).normal(size=(32, 64))
    update = 0
    for rounds in (1, 2, 3):
        base = brute(snippet, W - update, 64)
        U, S, Vt = np.linalg.svd(W - base)
        update = U[:, :5] * S[:5] @ Vt[:5]
        ours, B, A = snippet.loftq(W, 5, rounds)
        np.testing.assert_allclose(ours, base)
        np.testing.assert_allclose(B @ A, update, atol=1e-9)
        expected = np.linalg.norm(W - base - update) / np.linalg.norm(W - brute(snippet, W, 64))
        assert snippet.left(W, 5, rounds) == pytest.approx(expected)


def test_limits(snippet):
    W = np.random.default_rng(4).normal(size=(32, 64))
    assert snippet.left(W, 32, 1) == pytest.approx(0, abs=1e-9)  # full rank repairs everything
    errors = [snippet.left(W, rank, 1) for rank in (1, 4, 16)]
    assert errors == sorted(errors, reverse=True) and errors[0] < 1
    # the error of quantising is nearly white: its leading 4 of 256 directions hold little of it
    assert 0.95 < snippet.left(snippet.W, 4, 1) < 0.99 and snippet.left(snippet.W, 4, 5) < snippet.left(snippet.W, 4, 1)
    np.testing.assert_array_equal(snippet.W, np.random.default_rng(0).standard_normal((256, 256)))
