import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st

NUMBERS = st.floats(-5, 5)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_nll_agrees_with_pytorch_which_takes_the_variance(snippet, y, mean, log_var):
    oracle = torch.nn.GaussianNLLLoss(eps=1e-9)
    tensors = (torch.tensor(v, dtype=torch.float64) for v in (mean, y, np.exp(log_var)))
    np.testing.assert_allclose(snippet.gaussian_nll(y, mean, log_var), oracle(*tensors), rtol=1e-9, atol=1e-12)


@given(NUMBERS, NUMBERS, NUMBERS, st.sampled_from([0.0, 0.3, 1.0]))
def test_gradients_agree_with_autograd(snippet, y, mean, log_var, beta):
    m = torch.tensor(mean, dtype=torch.float64, requires_grad=True)
    s = torch.tensor(log_var, dtype=torch.float64, requires_grad=True)
    nll = (s + (m - y) ** 2 / s.exp()) / 2
    (nll * s.exp().detach() ** beta).backward()
    np.testing.assert_allclose(snippet.gradients(y, mean, log_var, beta), (m.grad, s.grad), rtol=1e-9, atol=1e-9)


def test_plain_nll_is_the_default(snippet):
    assert snippet.gradients(1.0, 3.0, 0.7) == snippet.gradients(1.0, 3.0, 0.7, beta=0.0)


def test_beta_one_gives_the_mean_the_gradient_of_half_the_squared_error(snippet):
    for log_var in (-3.0, 0.0, 4.0):
        np.testing.assert_allclose(snippet.gradients(1.0, 3.5, log_var, beta=1.0)[0], 2.5)


def test_the_table_shows_the_smallest_nll_at_variance_error_squared_and_a_fading_gradient(snippet):
    rows = np.array([line.split() for line in snippet.printed.splitlines()[2:]], float)
    assert rows[np.argmin(rows[:, 1]), 0] == 16 and rows[2, 5] == 0
    np.testing.assert_allclose(rows[:, 2], 4 / rows[:, 0], atol=0.005)
    np.testing.assert_allclose(rows[:, 3], 4 / np.sqrt(rows[:, 0]))
    np.testing.assert_allclose(rows[:, 4], 4)
