import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

ERRORS, NUS, SCALES = st.floats(-100, 100), st.floats(0.5, 200), st.floats(0.1, 10)


@given(ERRORS, NUS, SCALES)
def test_loss_agrees_with_scipy(snippet, e, nu, scale):
    np.testing.assert_allclose(
        snippet.student_t_nll(e, nu, scale), -stats.t.logpdf(e, nu, scale=scale), rtol=1e-8, atol=1e-8
    )


@given(ERRORS, NUS, SCALES)
def test_gradient_agrees_with_autograd(snippet, e, nu, scale):
    x = torch.tensor(e, dtype=torch.float64, requires_grad=True)
    (-torch.distributions.StudentT(torch.tensor(nu, dtype=torch.float64), scale=scale).log_prob(x)).backward()
    np.testing.assert_allclose(snippet.gradient(e, nu, scale), x.grad, rtol=1e-8, atol=1e-10)


@given(NUS, SCALES)
def test_the_pull_is_largest_at_scale_times_root_nu(snippet, nu, scale):
    peak = scale * np.sqrt(nu)
    assert snippet.gradient(peak, nu, scale) >= max(snippet.gradient(peak * f, nu, scale) for f in (0.9, 1.1))


def test_many_degrees_of_freedom_give_the_gaussian(snippet):
    np.testing.assert_allclose(
        snippet.gradient(np.array([-2.0, 0.5, 3.0]), 1e9, 2.0), np.array([-2.0, 0.5, 3.0]) / 4, rtol=1e-6
    )


def test_the_printed_peak_is_root_three(snippet):
    np.testing.assert_allclose(snippet.e, np.arange(10_001) / 1000)
    assert snippet.printed.splitlines()[-1].endswith("1.73")
