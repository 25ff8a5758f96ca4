import numpy as np
import torch


def test_dot(snippet):
    rng = np.random.default_rng(1)
    U, V = rng.normal(size=(4, 3)), rng.normal(size=(5, 3))
    expected = [[sum(u * v) for v in V] for u in U]
    np.testing.assert_allclose(snippet.dot(U, V), expected)


def test_the_linear_one_adds_a_term_of_the_user_and_one_of_the_item(snippet):
    rng = np.random.default_rng(2)
    U, V = rng.normal(size=(4, 3)), rng.normal(size=(5, 2))
    scores = snippet.concatenate_linear(U, V, np.random.default_rng(7))
    w = np.random.default_rng(7).normal(size=5)
    for u in range(4):
        for i in range(5):
            np.testing.assert_allclose(scores[u, i], np.concatenate([U[u], V[i]]) @ w)
    # so the difference of two items is the same for every user
    np.testing.assert_allclose(scores[:, 0] - scores[:, 3], scores[0, 0] - scores[0, 3])


def test_the_mlp_is_that_of_torch_on_the_concatenation(snippet):
    rng = np.random.default_rng(3)
    U, V = rng.normal(size=(4, 3)), rng.normal(size=(5, 2))
    scores = snippet.concatenate_mlp(U, V, np.random.default_rng(8), hidden=6)
    weights = np.random.default_rng(8)
    first, last = weights.normal(size=(5, 6)), weights.normal(size=6)
    for u in range(4):
        for i in range(5):
            x = torch.tensor(np.concatenate([U[u], V[i]]))
            expected = torch.relu(x @ torch.tensor(first)) @ torch.tensor(last)
            np.testing.assert_allclose(scores[u, i], expected)
    assert snippet.concatenate_mlp(U, V, np.random.default_rng(8)).shape == (4, 5)


def test_orders_counts_distinct_rankings(snippet):
    scores = np.array([[3.0, 2, 1], [30, 20, 10], [1, 2, 3], [2, 3, 1]])
    assert snippet.orders(scores) == 3
    assert snippet.orders(scores[:2]) == 1
    assert snippet.orders(np.array([[1.0, 1, 2], [2, 1, 1], [5, 1, 0]])) == 2


def test_singular_values(snippet):
    values = {name: np.linalg.svd(s, compute_uv=False) for name, s in snippet.scorers.items()}
    dot, linear, mlp = (v / v[0] for v in values.values())
    assert dot[7] > 0.1 and dot[8] < 1e-12
    assert linear[1] > 1e-3 and linear[2] < 1e-12
    assert len(mlp) == 100 and mlp[-1] > 1e-5
    assert all(s.shape == (100, 120) for s in snippet.scorers.values())


def test_missed_is_the_error_of_the_truncated_svd(snippet):
    scores = np.random.default_rng(5).normal(size=(6, 9))
    u, s, v = np.linalg.svd(scores)
    for size in (1, 3, 5):
        best = u[:, :size] * s[:size] @ v[:size]
        np.testing.assert_allclose(snippet.missed(scores, size), np.linalg.norm(scores - best) / np.linalg.norm(scores))
    assert snippet.missed(scores, 6) == 0
    assert snippet.missed(snippet.scorers["dot product"], 8) < 1e-7
    assert snippet.missed(snippet.scorers["concatenation, MLP"], 8) > 0.05


def test_sixty_four_hidden_units(snippet):
    U, V = snippet.U[:3], snippet.V[:4]
    given, default = (snippet.concatenate_mlp(U, V, np.random.default_rng(6), *n) for n in ((64,), ()))
    np.testing.assert_array_equal(given, default)
