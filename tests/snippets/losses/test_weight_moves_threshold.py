import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.linear_model import LogisticRegression

SHARE, WEIGHT = st.floats(0.01, 0.99), st.floats(0.1, 50)


@settings(max_examples=50)
@given(SHARE, WEIGHT)
def test_the_learned_odds_are_the_true_odds_times_the_weight(snippet, pi, weight):
    q = snippet.learned_probability(pi, weight)
    assert q / (1 - q) == pytest.approx(weight * pi / (1 - pi), rel=1e-4)
    assert snippet.undone(q, weight) == pytest.approx(pi, rel=1e-4)


def test_loss_agrees_with_pos_weight(snippet):
    z = torch.tensor(0.7, dtype=torch.float64)
    bce = torch.nn.functional.binary_cross_entropy_with_logits
    parts = [bce(z, torch.full_like(z, y), pos_weight=torch.tensor(6.0)).item() for y in (1.0, 0.0)]
    assert snippet.weighted_cross_entropy(0.7, 0.3, 6) == pytest.approx(0.3 * parts[0] + 0.7 * parts[1])


def test_scikit_learn_learns_the_same_probability(snippet):
    y = np.repeat([1, 0], [3, 57])
    model = LogisticRegression(C=np.inf, class_weight={0: 1, 1: 20}, tol=1e-10).fit(np.zeros((60, 1)), y)
    assert model.predict_proba([[0]])[0, 1] == pytest.approx(snippet.learned_probability(0.05, 20), abs=1e-4)


@given(WEIGHT, SHARE)
def test_true_threshold_is_where_the_learned_probability_crosses(snippet, weight, threshold):
    pi = snippet.true_threshold(weight, threshold)
    assert weight * pi / (1 - pi) == pytest.approx(threshold / (1 - threshold))
    assert snippet.true_threshold(weight) == pytest.approx(1 / (1 + weight))


def test_weight_and_threshold_together_count_the_costs_twice(snippet):
    assert snippet.both == pytest.approx(1 / (1 + 20 * 20))
