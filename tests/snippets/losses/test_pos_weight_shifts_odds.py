import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st


@given(st.floats(-20, 20), st.floats(0, 1), st.floats(0.1, 100))
def test_expected_loss_is_pytorchs_with_pos_weight(snippet, z, rate, weight):
    logits, labels = torch.tensor([z, z], dtype=torch.float64), torch.tensor([1.0, 0.0], dtype=torch.float64)
    each = torch.nn.functional.binary_cross_entropy_with_logits(
        logits, labels, pos_weight=torch.tensor(weight, dtype=torch.float64), reduction="none"
    ).numpy()
    np.testing.assert_allclose(
        snippet.weighted_bce(z, rate, weight), rate * each[0] + (1 - rate) * each[1], rtol=1e-9, atol=1e-12
    )


@pytest.mark.parametrize("weight", [0.2, 1.0, 7.0, 60.0])
@pytest.mark.parametrize("rate", [0.01, 0.3, 0.8])
def test_the_minimiser_has_its_odds_multiplied_by_the_weight(snippet, rate, weight):
    q = snippet.learned(rate, weight)
    assert q == pytest.approx(weight * rate / (weight * rate + 1 - rate), rel=1e-5)
    assert snippet.undo(q, weight) == pytest.approx(rate, rel=1e-4)


@given(st.floats(-15, 15), st.floats(0.05, 200))
def test_undoing_subtracts_the_log_of_the_weight_from_the_logit(snippet, z, weight):
    np.testing.assert_allclose(snippet.undo(snippet.sigmoid(z), weight), snippet.sigmoid(z - np.log(weight)), rtol=1e-6)


@pytest.mark.parametrize("weight", [1, 4, 20])
def test_half_of_the_weighted_model_is_a_threshold_of_one_over_one_plus_weight(snippet, weight):
    assert snippet.undo(0.5, weight) == pytest.approx(1 / (1 + weight))


def test_a_weight_of_20_does_not_balance_a_rate_of_5_percent(snippet):
    assert snippet.learned(0.05, 20) > 0.51 and snippet.learned(0.05, 19) == pytest.approx(0.5, abs=1e-5)
    assert snippet.printed.count(" 20.0 ") == 4
