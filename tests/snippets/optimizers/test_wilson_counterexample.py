import numpy as np
import torch


def labels(snippet, seed=3, n=25):
    y = np.where(np.random.default_rng(seed).random(n) < 0.7, 1, -1)
    return y, snippet.examples(y)


def test_rows_hold_the_label_two_constants_and_features_no_other_row_has(snippet):
    y, X = labels(snippet)
    np.testing.assert_array_equal(X[:, 0], y)
    np.testing.assert_array_equal(X[:, 1:3], 1)
    own = X[:, 3:]
    np.testing.assert_array_equal(own.sum(axis=1), np.where(y == 1, 1, 5))
    assert own.sum(axis=0).max() == 1 and set(np.unique(own)) == {0, 1}
    assert X.shape == (25, 3 + 5 * 25)


def test_rules_follow_torch(snippet):
    y, X = labels(snippet)
    data, target = torch.tensor(X), torch.tensor(y, dtype=torch.float64)
    rules = (
        (snippet.adam, lambda p: torch.optim.Adam(p, lr=0.02), 0.02),
        (lambda *a: snippet.adam(*a, eps=0.3), lambda p: torch.optim.Adam(p, lr=0.02, eps=0.3), 0.02),
    )
    for rule, optimiser, rate in rules:
        w = torch.zeros(X.shape[1], dtype=torch.float64, requires_grad=True)
        o = optimiser([w])
        for _ in range(30):
            o.zero_grad()
            (0.5 * (data @ w - target).square().mean()).backward()
            o.step()
        np.testing.assert_allclose(snippet.train(rule, rate, X, y, steps=30), w.detach(), rtol=1e-8, atol=1e-12)


def test_momentum_is_the_corrected_mean_of_gradients(snippet):
    state, gradients = [0, 0], [2.0, -1.0, 5.0]
    for t, g in enumerate(gradients, 1):
        out = snippet.momentum(g, state, t)
    weights = 0.9 ** np.arange(2, -1, -1)
    assert np.isclose(out, weights @ gradients / weights.sum())


def test_momentum_ends_in_the_fit_of_least_norm(snippet):
    y, X = snippet.y, snippet.X  # never leaves the span of the rows, so it is the pseudo-inverse's solution
    np.testing.assert_allclose(snippet.runs["momentum"], np.linalg.pinv(X) @ y, atol=1e-5)
    np.testing.assert_allclose(snippet.runs["Adam, eps = 1e4"], snippet.runs["momentum"], atol=1e-3)


def test_adam_ends_in_the_multiple_of_signs(snippet):
    # Wilson et al.: where c sign(X'y) fits perfectly, adaptive methods stay on that line
    y, X, w = snippet.y, snippet.X, snippet.runs["Adam"]
    line = np.sign(X.T @ y)
    np.testing.assert_allclose(w, line / 4, atol=1e-3)  # 3c + c = 1 for +1 and -c + 2c - 5c = -4c = -1 for -1
    np.testing.assert_allclose(X @ line / 4, y)


def test_a_new_example_has_none_of_the_known_features(snippet):
    fresh = np.array([[1, 1, 1], [-1, 1, 1]])
    np.testing.assert_array_equal(np.sign(fresh @ snippet.runs["momentum"][:3]), [1, -1])
    np.testing.assert_array_equal(np.sign(fresh @ snippet.runs["Adam"][:3]), [1, 1])  # every -1 is missed
    for w in snippet.runs.values():
        assert np.mean((snippet.X @ w - snippet.y) ** 2) < 1e-6
    last = np.square(snippet.X @ snippet.runs["Adam, eps = 1e4"] - snippet.y)
    np.testing.assert_allclose(snippet.loss, last.sum() / 60, rtol=1e-9)
    assert len(snippet.y) == 60 and (snippet.y == 1).mean() == 0.7
