import numpy as np
import pytest
from scipy.optimize import root
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVC


def exact(snippet, weight, decay):
    """Both derivatives set to zero and solved as equations."""
    importance = np.where(snippet.y == 1, weight, 1.0)

    def derivatives(theta):
        push = importance * (1 / (1 + np.exp(-(theta[0] * snippet.x + theta[1]))) - snippet.y)
        return [push @ snippet.x + decay * theta[0], push.sum()]

    w, b = root(derivatives, [1.0, 0.0], tol=1e-12).x
    return -b / w


@pytest.mark.parametrize(("weight", "decay"), [(1, 1.0), (100, 1.0), (100, 0.1), (7, 0.02)])
def test_boundary_solves_the_optimality_equations(snippet, weight, decay):
    assert snippet.boundary(weight, decay) == pytest.approx(exact(snippet, weight, decay), abs=1e-5)


@pytest.mark.parametrize(("weight", "decay"), [(1, 0.5), (30, 0.01)])
def test_boundary_agrees_with_scikit_learn(snippet, weight, decay):
    model = LogisticRegression(C=1 / decay, class_weight={0: 1, 1: weight}, tol=1e-10, max_iter=10_000)
    model.fit(snippet.x[:, None], snippet.y)
    assert snippet.boundary(weight, decay) == pytest.approx(-model.intercept_[0] / model.coef_[0, 0], abs=1e-3)


def test_the_weight_fades_towards_the_widest_margin(snippet):
    svm = SVC(kernel="linear", C=1e6).fit(snippet.x[:, None], snippet.y)
    widest = -svm.intercept_[0] / svm.coef_[0, 0]
    assert widest == pytest.approx(0.5, abs=1e-3)  # half-way between -1 and 2
    gaps = np.array([widest - snippet.boundary(100, d) for d in (1e-1, 1e-3, 1e-5, 1e-7, 1e-9)])
    assert (gaps > 0).all() and (np.diff(gaps) < 0).all() and gaps[-1] < 0.25 * gaps[0]
    assert snippet.boundary(1, 1e-6) == pytest.approx(widest, abs=1e-3)


def test_data(snippet):
    np.testing.assert_array_equal(snippet.x, [-3, -2, -1, 2])
    np.testing.assert_array_equal(snippet.y, snippet.x > 0)
