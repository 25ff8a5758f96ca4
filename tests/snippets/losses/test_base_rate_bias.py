import numpy as np
import scipy.special
import scipy.stats
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

PRIORS = arrays(float, 4, elements=st.floats(0.001, 1)).map(lambda w: w / w.sum())


@given(PRIORS, arrays(float, 4, elements=st.floats(-5, 5)))
def test_first_loss_and_gradient_agree_with_pytorch(snippet, prior, bias):
    b = torch.tensor(bias, requires_grad=True)
    loss = torch.nn.functional.cross_entropy(b, torch.tensor(prior))
    loss.backward()
    np.testing.assert_allclose(snippet.first_loss(bias, prior), loss.item(), rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(snippet.first_gradient(bias, prior), b.grad, atol=1e-12)


@given(PRIORS)
def test_the_base_rate_bias_predicts_the_prior_and_starts_at_its_entropy(snippet, prior):
    bias = snippet.base_rate_bias(prior)
    np.testing.assert_allclose(scipy.special.softmax(bias), prior, atol=1e-12)
    np.testing.assert_allclose(snippet.first_loss(bias, prior), scipy.stats.entropy(prior), atol=1e-12)
    np.testing.assert_allclose(snippet.first_loss(np.zeros(4), prior), np.log(4))


def test_every_row_starts_lower_with_the_base_rate(snippet):
    rows = [line.partition("]")[2].split() for line in snippet.printed.splitlines()[1:]]
    assert all(float(row[3]) < float(row[0]) and row[5] == "0.00)" for row in rows) and len(rows) == 3
