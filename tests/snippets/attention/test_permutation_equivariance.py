import numpy as np
import torch
from torch.nn.functional import scaled_dot_product_attention


def setting(seed, n=5, d=4):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, d)), rng.normal(size=(3, d, d)), rng


def test_it_is_self_attention(snippet):
    X, W, _ = setting(1)
    for causal in (False, True):
        q, k, v = (torch.tensor(X @ w)[None] for w in W)
        expected = scaled_dot_product_attention(q, k, v, is_causal=causal)[0]
        np.testing.assert_allclose(snippet.self_attention(X, W, causal), expected, atol=1e-12)


def test_softmax_is_stable(snippet):
    np.testing.assert_allclose(snippet.softmax(np.array([[1e4, 1e4], [0, -1e4]])), [[0.5, 0.5], [1, 0]])
    batch = np.random.default_rng(1).normal(size=(3, 4))
    np.testing.assert_allclose(snippet.softmax(batch), torch.tensor(batch).softmax(-1))


def test_without_a_mask_any_permutation_commutes(snippet):
    X, W, rng = setting(2)
    for _ in range(5):
        order = rng.permutation(5)
        np.testing.assert_allclose(
            snippet.self_attention(X[order], W, False), snippet.self_attention(X, W, False)[order], atol=1e-12
        )


def test_one_causal_layer_is_blind_to_the_order_of_the_prefix_and_two_are_not(snippet):
    X, W, rng = setting(3)
    for order in ([1, 0, 2, 3, 4], [3, 2, 1, 0, 4]):
        one, other = snippet.self_attention(X, W, True), snippet.self_attention(X[order], W, True)
        np.testing.assert_allclose(one[-1], other[-1], atol=1e-12)
        assert np.abs(one[order] - other).max() > 0.1
        W2 = rng.normal(size=W.shape)
        deep = [snippet.self_attention(H, W2, True)[-1] for H in (one, other)]
        assert np.abs(deep[0] - deep[1]).max() > 1e-3


def test_the_demonstration(snippet):
    assert sorted(snippet.order) == list(range(6)) and snippet.order[-1] == 5 and snippet.order[0] != 0
    lines = snippet.printed.splitlines()
    assert lines[0].endswith("True") and lines[3].endswith("False")
    moves = [float(line.split()[5]) for line in lines if "moves" in line]
    assert moves[:3] == [0, 0, 0] and moves[3] > 0.1
    assert snippet.X.shape == (6, 8)
    np.testing.assert_allclose(snippet.deep, snippet.self_attention(snippet.plain, snippet.W2, True))
    assert np.abs(snippet.deep[-1] - snippet.deep_shuffled[-1]).max() > 0.01
    # projections of unit-variance tokens keep about unit variance
    assert 0.7 < (snippet.X @ snippet.W).std() < 1.4 and 0.7 < np.std(snippet.W2) * 8**0.5 < 1.4
