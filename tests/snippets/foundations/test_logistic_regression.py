from itertools import pairwise

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from sklearn.linear_model import LogisticRegression


def data(seed, n=50, d=3):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n, d)) * rng.uniform(0.5, 2, d) + rng.normal(size=d)
    y = (rng.random(n) < logistic(X @ rng.normal(size=d))).astype(float)
    y[:2] = 0, 1
    return X, y


def logistic(z):
    return 1 / (1 + np.exp(-z))


@pytest.mark.parametrize("penalty", [0.003, 0.1, 2.0])
def test_same_weights_as_scikit_learn(snippet, penalty):
    for seed in range(4):
        X, y = data(seed)
        w, b = snippet.fit(X, y, penalty, steps=100_000)
        # scikit-learn sums the losses: its C is 1/(n · penalty)
        oracle = LogisticRegression(C=1 / (len(y) * penalty), tol=1e-10, max_iter=1000).fit(X, y)
        np.testing.assert_allclose(w, oracle.coef_[0], rtol=2e-4, atol=1e-5)
        np.testing.assert_allclose(b, oracle.intercept_[0], rtol=2e-4, atol=1e-5)


@given(st.integers(0, 40), st.floats(0, 3))
def test_gradients_and_objective_agree_with_autograd(snippet, seed, penalty):
    X, y = data(seed)
    rng = np.random.default_rng(seed)
    w, b = torch.tensor(rng.normal(size=3), requires_grad=True), torch.tensor(0.7, dtype=float, requires_grad=True)
    X_, y_ = torch.tensor(X), torch.tensor(y)
    loss = torch.nn.functional.binary_cross_entropy_with_logits(X_ @ w + b, y_) + penalty / 2 * (w**2).sum()
    loss.backward()
    arguments = (X, y, w.detach().numpy(), b.item(), penalty)
    np.testing.assert_allclose(snippet.objective(*arguments), loss.item())
    for ours, theirs in zip(snippet.gradients(*arguments), (w.grad, b.grad), strict=True):
        np.testing.assert_allclose(ours, theirs.numpy(), atol=1e-12)


def test_the_step_is_safe_whatever_the_scale(snippet):
    X, y = data(5)
    for scale in (0.1, 10):
        w, b = snippet.fit(X * scale, y, 0.05, tolerance=1e-4, steps=100_000)
        assert max(map(np.max, map(np.abs, snippet.gradients(X * scale, y, w, b, 0.05)))) < 1e-4


def test_the_step_is_one_over_the_largest_curvature_bound(snippet):
    X, y = data(6)
    ones = np.column_stack([X, np.ones(len(X))])
    largest = np.linalg.eigvalsh(ones.T @ ones / len(X))[-1] / 4 + 0.1
    seen = []
    original = snippet.gradients
    try:
        snippet.gradients = lambda X, y, w, b, penalty: seen.append((w, b)) or original(X, y, w, b, penalty)
        snippet.fit(X, y, 0.1)
    finally:
        snippet.gradients = original
    for (w, b), (w_next, b_next) in pairwise(seen[:6]):
        of_w, of_b = original(X, y, w, b, 0.1)
        np.testing.assert_allclose(w_next, w - of_w / largest)
        np.testing.assert_allclose(b_next, b - of_b / largest)
    values = [snippet.objective(X, y, w, b, 0.1) for w, b in seen]
    assert np.all(np.diff(values) <= 1e-15)
    assert values[0] == pytest.approx(np.log(2))


def test_with_a_free_intercept_the_mean_prediction_is_the_share_of_ones(snippet):
    for seed in (7, 8):
        X, y = data(seed)
        w, b = snippet.fit(X, y, 0.5)
        assert np.mean(snippet.sigmoid(X @ w + b)) == pytest.approx(y.mean(), abs=1e-8)


def test_too_few_steps_are_reported(snippet):
    X, y = data(6)
    with pytest.raises(RuntimeError, match=r"gradient still .* after 3 steps"):
        snippet.fit(X, y, 0.1, steps=3)
    with pytest.raises(RuntimeError, match="after 10000 steps"):  # separable, no penalty: there is no minimum
        snippet.fit(np.array([[1.0], [-1]]), np.array([1.0, 0]), 0, tolerance=1e-6)


def test_default_tolerance_is_met(snippet):
    X, y = data(9)
    w, b = snippet.fit(X, y, 0.2)
    of_w, of_b = snippet.gradients(X, y, w, b, 0.2)
    assert max(abs(of_w).max(), abs(of_b)) < 1e-9
