import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import confusion_matrix

COST = st.floats(0.1, 100)


@given(st.floats(0.001, 0.999), COST, COST)
def test_the_rule_takes_the_cheaper_side_for_every_example(snippet, p, false_alarm, miss):
    flag = p > snippet.cost_threshold(false_alarm, miss)
    costs = [snippet.expected_cost(np.array([p]), np.array([f]), false_alarm, miss) for f in (flag, not flag)]
    assert costs[0] <= costs[1] + 1e-9


def test_expected_cost_counts_both_errors(snippet):
    y, said = np.array([1, 1, 1, 0, 0, 0, 0]), np.array([1, 0, 1, 1, 0, 0, 1], dtype=bool)
    (_, alarms), (misses, _) = confusion_matrix(y, said)  # labels known: p is 0 or 1
    assert snippet.expected_cost(y, said, 3, 7) == 3 * alarms + 7 * misses == 13


def test_equal_costs_give_a_half(snippet):
    assert snippet.cost_threshold(2, 2) == 0.5
    assert snippet.cost_threshold(1, 20) == pytest.approx(1 / 21)


def test_drawn_labels_agree_with_the_rule(snippet):
    y = np.random.default_rng(5).random(snippet.p.size) < snippet.p

    def cost(threshold):
        said = snippet.p > threshold
        return np.sum(said & ~y) + 20 * np.sum(~said & y)

    assert cost(1 / 21) < 0.6 * cost(0.5)


def test_probabilities_are_as_described(snippet):
    log_odds = np.log(snippet.p / (1 - snippet.p))
    assert snippet.p.size == 20_000
    # mean -3 and standard deviation 2: four standard errors of 20,000 draws
    assert log_odds.mean() == pytest.approx(-3, abs=4 * 2 / np.sqrt(20_000))
    assert log_odds.std() == pytest.approx(2, abs=4 * 2 / np.sqrt(40_000))
    np.testing.assert_allclose(snippet.candidates, np.linspace(0.001, 0.999, 999))
