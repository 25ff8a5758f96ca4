import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st
from scipy import special, stats


@given(st.integers(0, 60), st.floats(-4, 4))
def test_loss_is_minus_the_log_mass_up_to_log_factorial(snippet, y, log_rate):
    expected = -stats.poisson.logpmf(y, np.exp(log_rate)) - special.gammaln(y + 1)
    np.testing.assert_allclose(snippet.poisson_nll(y, log_rate), expected, atol=1e-8)


def test_loss_agrees_with_pytorch_and_its_slope_is_prediction_minus_target(snippet):
    y, log_rate = np.array([0.0, 1.0, 7.0, 2.5]), np.array([-1.0, 0.3, 2.0, 1.5])
    z = torch.tensor(log_rate, requires_grad=True)
    loss = torch.nn.PoissonNLLLoss(reduction="none")(z, torch.tensor(y))  # log_input=True is its default
    np.testing.assert_allclose(snippet.poisson_nll(y, log_rate), loss.detach())
    loss.sum().backward()
    np.testing.assert_allclose(z.grad, np.exp(log_rate) - y)


def test_the_fit_is_the_mean_whatever_the_data(snippet):
    for data in ([0, 0, 0, 1], [5.5, 0.25], [100, 0, 0]):
        np.testing.assert_allclose(snippet.fit_constant(np.array(data)), np.mean(data), rtol=1e-6)


def test_the_printed_data_are_overdispersed_and_mislead_the_model(snippet):
    assert len(snippet.y) == 20_000
    assert abs(snippet.y.mean() - 3) < 0.1  # standard error 0.024
    assert abs(snippet.y.var() - 12) < 1
    assert snippet.squared_log < snippet.y.mean() - 0.5
    np.testing.assert_allclose(snippet.robust, stats.sem(snippet.y, ddof=0))
    np.testing.assert_allclose(snippet.robust / snippet.model, np.sqrt(snippet.y.var() / snippet.y.mean()))
    np.testing.assert_allclose(np.log1p(snippet.squared_log), np.mean(np.log(snippet.y + 1)))
