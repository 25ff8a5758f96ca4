import numpy as np
import pytest
import scipy.special
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.calibration import CalibratedClassifierCV
from sklearn.frozen import FrozenEstimator
from sklearn.metrics import log_loss


class Logits(ClassifierMixin, BaseEstimator):
    """A fitted classifier whose features are its logits."""

    def fit(self, X, y):
        self.classes_ = np.arange(X.shape[1])
        self.n_features_in_ = X.shape[1]
        return self

    def decision_function(self, X):
        return X

    def predict(self, X):
        return X.argmax(axis=1)


def sample(n=600, classes=5, scale=3.0):
    rng = np.random.default_rng(2)
    z = rng.normal(0, 1, size=(n, classes))
    labels = np.array([rng.choice(classes, p=p) for p in scipy.special.softmax(z, axis=1)])
    return scale * z, labels


def test_temperature_agrees_with_scikit_learn(snippet):
    for scale in (0.4, 3.0):
        logits, labels = sample(scale=scale)
        frozen = FrozenEstimator(Logits().fit(logits, labels))
        model = CalibratedClassifierCV(frozen, method="temperature").fit(logits, labels)
        T = snippet.fit_temperature(logits, labels)
        expected = model.predict_proba(logits)
        np.testing.assert_allclose(scipy.special.softmax(logits / T, axis=1), expected, atol=2e-3)


def test_at_the_optimum_the_expected_logit_equals_that_of_the_label(snippet):
    logits, labels = sample()
    p = scipy.special.softmax(logits / snippet.fit_temperature(logits, labels), axis=1)
    assert (p * logits).sum(axis=1).mean() == pytest.approx(logits[np.arange(600), labels].mean(), abs=1e-4)


def test_scaling_the_logits_scales_the_temperature(snippet):
    logits, labels = sample()
    T = snippet.fit_temperature(logits, labels)
    assert snippet.fit_temperature(7 * logits, labels) == pytest.approx(7 * T, rel=1e-4)


def test_nll_and_ece_against_independent_forms(snippet):
    logits, labels = sample()
    p = scipy.special.softmax(logits, axis=1)
    assert snippet.nll(logits, labels) == pytest.approx(log_loss(labels, p))
    with np.errstate(over="raise", divide="raise"):
        assert snippet.nll(1000.0 * np.eye(3), np.array([0, 1, 1])) == pytest.approx(1000 / 3)
    for bins in (4, 10):
        confidence, correct = p.max(axis=1), p.argmax(axis=1) == labels
        brute = 0
        for k in range(bins):
            inside = (confidence >= k / bins) & ((confidence < (k + 1) / bins) | (k == bins - 1))
            brute += abs((confidence - correct)[inside].sum()) / 600
        assert snippet.ece(logits, labels, bins) == pytest.approx(brute)
        assert (bins == 10) == (snippet.ece(logits, labels) == snippet.ece(logits, labels, bins))


def test_the_last_bin_of_ece_holds_full_confidence_and_nothing_below(snippet):
    def logits(*confidences):
        return np.array([[np.log(c / (1 - c)) if c < 1 else 1000, 0] for c in confidences])

    assert snippet.ece(logits(1, 0.95, 0.95), np.array([1, 0, 0])) == pytest.approx((1 - 2 * 0.05) / 3)
    assert snippet.ece(logits(0.95, 0.85), np.array([1, 0])) == pytest.approx((0.95 + 0.15) / 2)


def test_labels_follow_the_softmax_of_half_the_reported_logits(snippet):
    logits, labels = snippet.draw(40_000, np.random.default_rng(6))
    p = scipy.special.softmax(logits / 2, axis=1)
    assert logits.shape == (40_000, 4) and logits.std() == pytest.approx(3, abs=0.03)
    # standard error of a mean of 40,000 values of at most 1: below 0.0025
    np.testing.assert_allclose(np.bincount(labels) / 40_000, p.mean(axis=0), atol=0.01)
    assert p[np.arange(40_000), labels].mean() == pytest.approx((p**2).sum(axis=1).mean(), abs=0.008)


def test_what_the_page_concludes(snippet):
    assert pytest.approx(2, abs=0.15) == snippet.T
    rows = [line.split()[1:] for line in snippet.printed.splitlines()[-2:]]
    before, after = np.array(rows, float)
    assert before[0] == after[0] and after[1] < before[1] and after[2] < before[2] / 5
