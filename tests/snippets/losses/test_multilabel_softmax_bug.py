import numpy as np
import pytest
import torch
from torch.nn.functional import binary_cross_entropy_with_logits

RATES = np.array([0.8, 0.5, 0.3, 0.07])
LOGITS = np.array([0.2, -1.0, 2.0, 0.5])


def test_gradients_agree_with_autograd(snippet):
    z, q = torch.tensor(LOGITS, requires_grad=True), torch.tensor(RATES)
    (soft,) = torch.autograd.grad(-(q * z.log_softmax(0)).sum(), z)
    (single,) = torch.autograd.grad(binary_cross_entropy_with_logits(z, q, reduction="sum"), z)
    np.testing.assert_allclose(snippet.softmax_gradient(LOGITS, RATES), soft, atol=1e-12)
    np.testing.assert_allclose(snippet.sigmoid_gradient(LOGITS, RATES), single, atol=1e-12)


def test_descent_finds_the_closed_form_minimisers(snippet):
    p = snippet.softmax(snippet.descend(snippet.softmax_gradient, RATES, steps=500))
    np.testing.assert_allclose(p, RATES / RATES.sum(), atol=1e-6)
    p = snippet.sigmoid(snippet.descend(snippet.sigmoid_gradient, RATES, steps=500))
    np.testing.assert_allclose(p, RATES, atol=1e-6)


def test_descent_takes_unit_steps_from_zero(snippet):
    np.testing.assert_allclose(snippet.descend(snippet.sigmoid_gradient, RATES, steps=1), RATES - 0.5)


def test_softmax_survives_large_logits(snippet):
    np.testing.assert_allclose(snippet.softmax(np.array([2000.0, 2000.0, -2000.0])), [0.5, 0.5, 0])


@pytest.mark.parametrize("labels", [2, 3, 5])
def test_with_certain_labels_softmax_gives_each_of_m_at_most_one_mth(snippet, labels):
    q = np.array([1.0] * labels + [0.0] * 20)
    p = snippet.softmax(snippet.descend(snippet.softmax_gradient, q, steps=300))
    assert p.max() == pytest.approx(1 / labels, abs=0.01) and p.max() <= 1 / labels


def test_what_the_page_concludes(snippet):
    assert snippet.q.shape == (100,)
    assert snippet.p_softmax.max() < 0.5 < snippet.p_sigmoid[:4].min()
    np.testing.assert_allclose(snippet.p_softmax.max(), 0.9 / (4 * 0.9 + 96 * 0.01), atol=1e-4)
    np.testing.assert_allclose(snippet.p_sigmoid, snippet.q, atol=1e-6)
    assert snippet.printed.count("top four: [0, 1, 2, 3]") == 2
