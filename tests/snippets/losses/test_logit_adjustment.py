import numpy as np
import pytest
import torch
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score, recall_score


def test_loss_agrees_with_torch(snippet):
    rng = np.random.default_rng(1)
    logits, labels, log_prior = 3 * rng.normal(size=(50, 4)), rng.integers(0, 4, 50), np.log([0.4, 0.3, 0.2, 0.1])
    for tau in (0.0, 1.0, 1.7):
        z = torch.tensor(logits + tau * log_prior)
        expected = torch.nn.functional.cross_entropy(z, torch.tensor(labels)).item()
        assert snippet.adjusted_loss(logits, labels, log_prior, tau) == pytest.approx(expected)
    one = snippet.adjusted_loss(logits, labels, log_prior)
    assert one == snippet.adjusted_loss(logits, labels, log_prior, 1.0)


def test_recalls_agree_with_scikit_learn(snippet):
    rng = np.random.default_rng(2)
    labels, said = rng.integers(0, 3, 99), rng.integers(0, 3, 99)
    np.testing.assert_allclose(snippet.recalls(said, labels), recall_score(labels, said, average=None))
    assert snippet.recalls(said, labels).mean() == pytest.approx(balanced_accuracy_score(labels, said))


@pytest.mark.parametrize("tau", [0.0, 1.0, 0.5])
def test_fit_is_softmax_regression_shifted_by_the_prior(snippet, tau):
    rng = np.random.default_rng(3)
    labels = rng.choice(3, size=600, p=[0.7, 0.2, 0.1])
    X = np.column_stack([np.ones(600), rng.normal(size=(600, 2)) + np.eye(3)[labels][:, 1:]])
    log_prior = np.log([0.7, 0.2, 0.1])
    plain = LogisticRegression(C=np.inf, fit_intercept=False, tol=1e-8, max_iter=1000).fit(X, labels).coef_.T
    ours, theirs = X @ snippet.fit(X, labels, log_prior, tau), X @ plain - tau * log_prior
    np.testing.assert_allclose(ours - ours[:, :1], theirs - theirs[:, :1], atol=2e-3)


def test_adjusting_aims_at_the_balanced_error(snippet):
    said = {name: scores.argmax(1) for name, scores in snippet.rules.items()}
    balanced = {name: balanced_accuracy_score(snippet.labels, s) for name, s in said.items()}
    right = {name: np.mean(s == snippet.labels) for name, s in said.items()}
    assert balanced["adjusted after"] > balanced["plain"] + 0.2
    assert right["adjusted after"] < right["plain"] - 0.2
    assert np.mean(said["adjusted after"] == said["adjusted loss"]) > 0.999


def test_adjusted_rule_is_bayes_with_equal_priors(snippet):
    # equal priors and unit variances: the nearest centre wins
    distance = ((snippet.X[:, None, 1:] - snippet.centres) ** 2).sum(2)
    assert np.mean(snippet.rules["adjusted after"].argmax(1) == distance.argmin(1)) > 0.9


def test_data_are_as_described(snippet):
    counts = np.bincount(snippet.labels)
    np.testing.assert_allclose(counts / 10_000, snippet.prior, atol=4 * 0.003)  # standard error at most 0.003
    assert snippet.X.shape == (10_000, 3) and (snippet.X[:, 0] == 1).all()
    for k in range(3):
        mean = snippet.X[snippet.labels == k, 1:].mean(0)
        np.testing.assert_allclose(mean, snippet.centres[k], atol=4 / np.sqrt(counts[k]))
    np.testing.assert_array_equal(snippet.centres, [[0, 0], [2, 0], [0, 2]])
