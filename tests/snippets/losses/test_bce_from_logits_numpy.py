import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn.functional import binary_cross_entropy_with_logits

LOGITS = np.array([-900.0, -33.0, -2.7, -0.4, 0.0, 0.3, 1.9, 33.0, 900.0])


@pytest.mark.parametrize("y", [0.0, 0.3, 1.0])
def test_loss_and_gradient_agree_with_pytorch(snippet, y):
    z = torch.tensor(LOGITS, requires_grad=True)
    expected = binary_cross_entropy_with_logits(z, torch.full_like(z, y), reduction="none")
    expected.sum().backward()
    np.testing.assert_allclose(snippet.bce_from_logits(LOGITS, y), expected.detach(), rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(snippet.bce_gradient(LOGITS, y), z.grad, atol=1e-12)


@given(st.floats(-15, 15), st.floats(0, 1))
def test_the_textbook_form_is_the_same_function_where_it_does_not_fail(snippet, z, y):
    np.testing.assert_allclose(snippet.textbook_bce(z, y), snippet.bce_from_logits(z, y), rtol=1e-6, atol=1e-6)


@given(st.floats(-1e300, 1e300), st.floats(0, 1))
def test_the_logit_form_is_finite_everywhere(snippet, z, y):
    with np.errstate(over="raise", invalid="raise"):
        assert np.isfinite(snippet.bce_from_logits(z, y)) and abs(snippet.bce_gradient(z, y)) <= 1


def test_the_textbook_form_fails_at_large_logits_even_when_the_prediction_is_right(snippet):
    assert snippet.textbook_bce(40, 0) == np.inf
    assert np.isnan(snippet.textbook_bce(40, 1))
    assert np.isnan(snippet.textbook_bce(-900, 0))
    with np.errstate(all="raise"):
        snippet.textbook_bce(40, 0)  # keeps NumPy's warnings to itself


def test_the_table_covers_right_and_wrong_predictions(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[1:]]
    assert [row[:2] for row in rows] == [["2", "1"], ["-2", "1"], ["40", "0"], ["40", "1"], ["-800", "1"]]
