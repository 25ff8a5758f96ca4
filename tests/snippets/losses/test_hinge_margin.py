import numpy as np
import torch
from sklearn.metrics import hinge_loss
from sklearn.svm import LinearSVC

MARGINS = np.array([-3.0, -0.4, 0.0, 0.99, 1.01, 2.5])


def test_the_hinge_is_that_of_scikit_learn_and_its_slope_that_of_autograd(snippet):
    for margin in MARGINS:
        assert np.isclose(snippet.hinge(margin), hinge_loss([1, -1], [margin, -margin]))
    margins = torch.tensor(MARGINS, requires_grad=True)
    torch.relu(1 - margins).sum().backward()
    np.testing.assert_array_equal(snippet.hinge_subgradient(MARGINS), margins.grad)
    assert snippet.hinge(1.0) == 0
    # at the kink the value that is returned supports the function from below
    slope = snippet.hinge_subgradient(1.0)
    assert all(snippet.hinge(m) >= slope * (m - 1) for m in MARGINS)
    assert snippet.hinge_subgradient(1.0) == 0


def test_multiclass_hinge_is_that_of_crammer_and_singer(snippet):
    rng = np.random.default_rng(1)
    for _ in range(20):
        scores, label = rng.normal(size=4), rng.integers(4)
        expected = hinge_loss([label], scores[None], labels=range(4))
        np.testing.assert_allclose(snippet.multiclass_hinge(scores, label), expected)


def test_pytorch_adds_up_all_rivals_and_divides_by_the_number_of_classes(snippet):
    scores, label = torch.tensor([2.0, 1.5, -1.0, 1.7]), 0
    by_rival = [snippet.hinge((scores[label] - scores[k]).item()) for k in (1, 2, 3)]
    expected = torch.nn.functional.multi_margin_loss(scores[None], torch.tensor([label]))
    np.testing.assert_allclose(sum(by_rival) / 4, expected, rtol=1e-6)


def test_the_hinge_bounds_the_mistakes(snippet):
    assert (snippet.hinge(MARGINS) >= (MARGINS <= 0)).all()


def test_distance_is_that_to_the_nearest_point_of_the_plane(snippet):
    w, X, y = np.array([3.0, 4.0]), np.array([[1.0, 0.5], [-2.0, 1.0], [4.0, -3.0]]), np.array([1, 1, -1])
    feet = X - np.outer(X @ w / 25, w)  # projections on the plane w·x = 0
    np.testing.assert_allclose(feet @ w, 0, atol=1e-12)
    np.testing.assert_allclose(np.abs(snippet.distance_to_boundary(w, X, y)), np.linalg.norm(X - feet, axis=1))
    np.testing.assert_array_equal(np.sign(snippet.distance_to_boundary(w, X, y)), [1, -1, 0])


def test_scaling_the_weights_removes_the_loss_and_moves_no_point(snippet):
    X, y, w = snippet.X, snippet.y, np.array([1.0, 0.5])
    assert snippet.hinge(y * (X @ w)).mean() > 0 == snippet.hinge(y * (X @ (4 * w))).mean()
    np.testing.assert_allclose(snippet.distance_to_boundary(w, X, y), snippet.distance_to_boundary(4 * w, X, y))


def test_penalised_hinge_finds_the_widest_margin(snippet):
    # what the page says of the penalty: with it, the minimiser has the largest distance to the nearest point
    X, y = snippet.X, snippet.y
    svm = LinearSVC(loss="hinge", C=1e4, fit_intercept=False, max_iter=10**6).fit(X, y)
    angles = np.linspace(0, 2 * np.pi, 20001)
    best = max(snippet.distance_to_boundary(np.array([np.cos(a), np.sin(a)]), X, y).min() for a in angles)
    w = svm.coef_[0]
    assert np.isclose(snippet.distance_to_boundary(w, X, y).min(), best, rtol=1e-3)
    assert np.isclose(1 / np.linalg.norm(w), best, rtol=1e-3)


def test_the_picture(snippet):
    lines = snippet.figures[0].axes[0].lines
    m = lines[0].get_xdata()
    np.testing.assert_allclose(m, np.linspace(-2, 3, 251))
    expected = [m < 0, np.where(m < 1, 1 - m, 0), np.where(m < 1, (1 - m) ** 2, 0), np.log1p(np.exp(-m))]
    for line, curve in zip(lines, expected, strict=True):
        np.testing.assert_allclose(line.get_ydata(), curve, atol=1e-12)
