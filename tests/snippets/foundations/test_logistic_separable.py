import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVC


def test_with_a_penalty_it_settles_at_scikit_learns_weights(snippet):
    rng = np.random.default_rng(0)
    X = rng.normal(size=(20, 2))
    y = (X @ [1, 2] > 0).astype(float)
    w = snippet.descend(X, y, 0.05, 3000)
    oracle = LogisticRegression(C=1 / (20 * 0.05), fit_intercept=False, tol=1e-10).fit(X, y)
    np.testing.assert_allclose(w, oracle.coef_[0], rtol=1e-5)


def test_without_one_the_weights_follow_the_widest_margin_and_the_logarithm_of_the_steps(snippet):
    weights = [snippet.descend(snippet.X, snippet.y, 0, steps) for steps in (100, 1_000, 10_000)]
    norms = np.linalg.norm(weights, axis=1)
    margin = (
        SVC(kernel="linear", C=1e6).fit(snippet.X, snippet.y).coef_[0]
    )  # its bias is not 0, its direction is the same
    direction = margin / np.linalg.norm(margin)
    assert weights[-1] @ direction / norms[-1] > 0.999
    np.testing.assert_allclose(np.diff(norms), np.log(10) * np.sqrt(0.5), atol=0.25)  # (1/2, 1/2) has margin 1
    assert np.all(np.diff(norms) > 1)


def test_first_steps_by_hand(snippet):
    X, y = np.array([[2.0], [-4]]), np.array([1.0, 0])
    np.testing.assert_allclose(snippet.descend(X, y, 0.5, 1), [1.5])  # X'(1/2 - y)/2 = (-1 - 2)/2
    half = snippet.descend(X, y, 0.5, 1, rate=0.5)
    np.testing.assert_allclose(half, [0.75])
    p = 1 / (1 + np.exp(-X[:, 0] * 0.75))
    np.testing.assert_allclose(
        snippet.descend(X, y, 0.5, 2, rate=0.5), 0.75 - 0.5 * (X[:, 0] @ (p - y) / 2 + 0.5 * 0.75)
    )
    assert snippet.descend(X, y, 0.5, 0).tolist() == [0]


def test_accuracy_is_perfect_long_before(snippet):
    assert np.all(snippet.margins > 0) and len(snippet.margins) == 4
    assert np.all(np.sign(snippet.X @ snippet.descend(snippet.X, snippet.y, 0, 1)) == 2 * snippet.y - 1)
    assert np.all((snippet.X @ snippet.descend(snippet.X, snippet.y, 0, 10_000) > 0) == snippet.y)
