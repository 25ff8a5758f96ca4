import numpy as np
import pytest
import torch
from sklearn.linear_model import LinearRegression, LogisticRegression


@pytest.mark.parametrize("y", [0.0, 1.0])
def test_gradient_agrees_with_autograd_and_never_fades(snippet, y):
    z = torch.linspace(-50, 50, 21, requires_grad=True)
    torch.nn.functional.mse_loss(z, torch.full_like(z, y), reduction="sum").backward()
    np.testing.assert_allclose(snippet.squared_error_gradient(z.detach(), y), z.grad)


@pytest.fixture(scope="module")
def sample():
    rng = np.random.default_rng(7)
    labels = rng.integers(0, 3, 400)
    X = rng.normal(size=(400, 2)) + np.array([[0, 1], [1, 0], [-1, -1]])[labels]
    return np.hstack([np.ones((400, 1)), X]), labels


def test_both_fits_agree_with_scikit_learn(snippet, sample):
    X, labels = sample
    Y = np.eye(3)[labels]
    squares = LinearRegression(fit_intercept=False).fit(X, Y)
    np.testing.assert_allclose(snippet.fit_least_squares(X, Y), squares.coef_.T)
    entropy = LogisticRegression(C=np.inf, fit_intercept=False, tol=1e-8, max_iter=1000).fit(X, labels)
    ours, theirs = X @ snippet.fit_cross_entropy(X, Y), X @ entropy.coef_.T
    np.testing.assert_allclose(ours - ours.mean(1, keepdims=True), theirs - theirs.mean(1, keepdims=True), atol=2e-3)
    assert snippet.accuracy(entropy.coef_.T, X, labels) == entropy.score(X, labels)


def test_the_middle_class_of_a_row_is_masked(snippet):
    def said(name, fit):
        X = snippet.cases[name]
        return np.bincount(np.argmax(X @ fit(X, np.eye(3)[snippet.labels]), 1), minlength=3) / len(X)

    assert said("in a row", snippet.fit_least_squares)[1] < 0.02  # hardly ever said, though a third of the data
    for name, fit in (("in a row", snippet.fit_cross_entropy), ("in a row, plus x²", snippet.fit_least_squares)):
        assert said(name, fit)[1] > 0.25
    assert (
        snippet.accuracy(
            snippet.fit_least_squares(snippet.cases["three corners"], np.eye(3)[snippet.labels]),
            snippet.cases["three corners"],
            snippet.labels,
        )
        > 0.99
    )


def test_data_are_as_described(snippet):
    assert (np.bincount(snippet.labels) == 500).all()
    assert snippet.Y.shape == (1500, 3) and (snippet.Y.argmax(1) == snippet.labels).all()
    noise = []
    for name, centres in (("three corners", [[0, 3], [-3, -2], [3, -2]]), ("in a row", [[-3, 0], [0, 0], [3, 0]])):
        X = snippet.cases[name]
        assert (X[:, 0] == 1).all()
        means = [X[snippet.labels == k, 1:].mean(0) for k in range(3)]
        np.testing.assert_allclose(means, centres, atol=4 / np.sqrt(500))  # four standard errors of a mean of 500
        noise.append(X[:, 1:] - np.array(centres)[snippet.labels])
    np.testing.assert_allclose(*noise)  # the same scatter in both, so that only the centres differ
    np.testing.assert_array_equal(snippet.cases["in a row, plus x²"][:, 3:], snippet.cases["in a row"][:, 1:] ** 2)
