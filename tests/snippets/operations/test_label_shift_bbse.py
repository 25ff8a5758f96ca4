import numpy as np
import pytest
from scipy.spatial.distance import cdist
from sklearn.metrics import confusion_matrix


def test_confusion_agrees_with_scikit_learn(snippet):
    rng = np.random.default_rng(1)
    said, label = rng.integers(0, 4, (2, 300))
    expected = confusion_matrix(label, said, labels=range(4), normalize="all").T
    np.testing.assert_allclose(snippet.confusion(said, label, 4), expected)


def test_predict_is_the_nearest_centre(snippet):
    x = np.random.default_rng(2).normal(size=(200, 2)) * 2 + 1
    np.testing.assert_array_equal(snippet.predict(x), cdist(x, snippet.CENTRES).argmin(axis=1))


def test_bbse_is_exact_when_each_label_keeps_its_predictions(snippet):
    given_label = np.array([[0.6, 0.2, 0.1], [0.3, 0.7, 0.1], [0.1, 0.1, 0.8]])  # columns: p(said | label)
    old, new = np.array([0.5, 0.3, 0.2]), np.array([0.1, 0.2, 0.7])
    said = np.repeat([0, 1, 2], np.rint(given_label @ new * 10_000).astype(int))
    np.testing.assert_allclose(snippet.bbse(given_label * old, said), new)


def test_bbse_keeps_a_label_that_is_never_predicted_in_the_new_rows(snippet):
    found = snippet.bbse(np.diag([0.5, 0.5]), np.zeros(10, int))
    np.testing.assert_allclose(found, [1, 0])


def test_draw_has_the_shares_and_centres(snippet):
    rng, centres = np.random.default_rng(3), np.array([[5.0, 1.0], [-4.0, 2.0]])
    x, label = snippet.draw([0.3, 0.7], 40_000, rng, centres)
    assert label.mean() == pytest.approx(0.7, abs=0.01)  # four standard errors
    for k in (0, 1):
        np.testing.assert_allclose(x[label == k].mean(0), centres[k], atol=0.04)
        np.testing.assert_allclose(x[label == k].std(0), 1, atol=0.03)
    y, _ = snippet.draw([0, 1, 0], 10_000, rng)
    np.testing.assert_allclose(y.mean(0), [2, 0], atol=0.04)


def test_right_under_label_shift_and_wrong_under_concept_drift(snippet):
    rng = np.random.default_rng(4)
    for shares in ([0.1, 0.1, 0.8], [0.9, 0.05, 0.05]):
        x, _ = snippet.draw(shares, 50_000, rng)
        np.testing.assert_allclose(snippet.bbse(snippet.joint, snippet.predict(x)), shares, atol=0.03)
    x, _ = snippet.draw([0.6, 0.3, 0.1], 50_000, rng, snippet.moved)
    assert snippet.bbse(snippet.joint, snippet.predict(x))[0] < 0.45
    np.testing.assert_allclose(snippet.moved - snippet.CENTRES, [[0.8, 0], [0, 0], [0, 0]])
