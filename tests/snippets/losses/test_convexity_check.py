import numpy as np
import torch
from hypothesis import given, settings
from hypothesis import strategies as st


def by_autograd(w, X, y):
    X, y = torch.tensor(X), torch.tensor(y)

    def cross_entropy(w):
        return torch.nn.functional.binary_cross_entropy_with_logits(X @ w, y)

    def squared_error(w):
        return torch.nn.functional.mse_loss(torch.sigmoid(X @ w), y)

    return [torch.autograd.functional.hessian(loss, torch.tensor(w)).numpy() for loss in (cross_entropy, squared_error)]


def test_hessians_agree_with_autograd(snippet):
    rng = np.random.default_rng(1)
    for n, d in ((1, 3), (40, 4)):
        X, w, y = rng.normal(size=(n, d)), rng.normal(size=d), rng.random(n)
        np.testing.assert_allclose(snippet.hessians(w, X, y), by_autograd(w, X, y), atol=1e-14)


@settings(max_examples=50)
@given(st.integers(0, 10**6), st.floats(0, 8))
def test_cross_entropy_is_convex_at_every_weight(snippet, seed, scale):
    w = scale * np.random.default_rng(seed).normal(size=2)
    assert np.linalg.eigvalsh(snippet.hessians(w, snippet.X, snippet.y)[0])[0] >= -1e-15


def test_squared_error_curvature_changes_sign_where_derived(snippet):
    # 2 p (1 - p)² (3 p - 1) for y = 1 and 2 p² (1 - p) (2 - 3 p) for y = 0
    p = np.array([0.01, 0.2, 1 / 3, 0.5, 2 / 3, 0.9, 0.999])
    z = np.log(p / (1 - p))
    np.testing.assert_allclose(snippet.squared_error_curvature(z, 1), 2 * p * (1 - p) ** 2 * (3 * p - 1), atol=1e-15)
    np.testing.assert_allclose(snippet.squared_error_curvature(z, 0), 2 * p**2 * (1 - p) * (2 - 3 * p), atol=1e-15)


def test_a_chord_lies_below_the_squared_error_and_never_below_cross_entropy(snippet):
    def losses(w):
        z = snippet.X @ w
        ce = np.mean(np.logaddexp(0, z) - snippet.y * z)
        return ce, np.mean((1 / (1 + np.exp(-z)) - snippet.y) ** 2)

    a, b = -3 * snippet.teacher, -snippet.teacher
    ce, se = (losses((a + b) / 2)[k] - (losses(a)[k] + losses(b)[k]) / 2 for k in (0, 1))
    assert ce < 0 < se


def test_printed_conclusion(snippet):
    rows = [line.partition(": CE")[2].split(", SE") for line in snippet.printed.splitlines()[-3:]]
    for factor, row in zip((1, 0, -1), rows, strict=True):
        exact = by_autograd(factor * snippet.teacher, snippet.X, snippet.y.astype(float))
        np.testing.assert_allclose(
            [float(text) for text in row], [np.linalg.eigvalsh(H).min() for H in exact], atol=6e-4
        )
    assert float(rows[0][1]) > 0 > float(rows[2][1])
    assert all(float(row[0]) > 0 for row in rows)


def test_labels_follow_the_teacher(snippet):
    p = 1 / (1 + np.exp(-snippet.X @ snippet.teacher))
    # a sum of 200 Bernoulli variables: within four standard deviations of its mean, also when weighted by p
    for weight in (np.ones(200), p - 0.5):
        assert abs(weight @ (snippet.y - p)) < 4 * np.sqrt(np.sum(weight**2 * p * (1 - p)))
