import numpy as np
import pytest
import sklearn.metrics
import torch
from hypothesis import given
from hypothesis import strategies as st

POSITIVE, POWERS = st.floats(0.05, 500), st.sampled_from([0, 1, 1.3, 1.5, 2, 3])


@given(POSITIVE, POSITIVE, POWERS)
def test_deviance_agrees_with_scikit_learn(snippet, y, mean, power):
    expected = sklearn.metrics.mean_tweedie_deviance([y], [mean], power=power)
    np.testing.assert_allclose(snippet.deviance(y, mean, power), expected, rtol=1e-7, atol=1e-7)


@pytest.mark.parametrize("power", [1, 1.5])
def test_zero_targets_are_allowed_below_power_two(snippet, power):
    expected = sklearn.metrics.mean_tweedie_deviance([0.0], [3.0], power=power)
    np.testing.assert_allclose(snippet.deviance(0.0, 3.0, power), expected)


@given(POSITIVE, POSITIVE, POWERS)
def test_gradient_is_the_slope_of_the_deviance(snippet, y, mean, power):
    x = torch.tensor([mean], dtype=torch.float64, requires_grad=True)
    t = torch.tensor([y], dtype=torch.float64)
    forms = {0: (t - x) ** 2, 1: 2 * (t * torch.log(t / x) - t + x), 2: 2 * (t / x - 1 - torch.log(t / x))}
    value = (
        forms[power]
        if power in forms
        else 2
        * (
            t ** (2 - power) / ((1 - power) * (2 - power))
            - t * x ** (1 - power) / (1 - power)
            + x ** (2 - power) / (2 - power)
        )
    )
    value.backward()
    np.testing.assert_allclose(snippet.gradient(y, mean, power), x.grad[0], rtol=1e-6, atol=1e-9)


@given(POSITIVE, POSITIVE, st.floats(0.1, 10), POWERS)
def test_rescaling_the_target_multiplies_by_scale_to_two_minus_power(snippet, y, mean, c, power):
    scaled = snippet.deviance(c * y, c * mean, power)
    np.testing.assert_allclose(scaled, c ** (2 - power) * snippet.deviance(y, mean, power), rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("power", [0, 1, 1.5, 2])
def test_the_best_constant_is_the_mean_of_any_positive_data(snippet, power):
    y = np.array([0.2, 1.0, 1.5, 9.0])
    np.testing.assert_allclose(snippet.best_constant(y, power), y.mean(), rtol=1e-4)


def test_every_power_is_smallest_at_the_mean(snippet):
    assert len(snippet.data) == 10_001
    rows = [line.split() for line in snippet.printed.splitlines()[2:-1]]
    assert {row[-1] for row in rows} == {f"{snippet.data.mean():.2f}"}
    assert [float(row[-2]) for row in rows] == [100 ** (2 - p) for p in (0, 1, 1.5, 2)]
    for power in (0, 1, 1.5, 2):  # in closed form: the mean gradient vanishes at the mean
        assert abs(snippet.gradient(snippet.data, snippet.data.mean(), power).mean()) < 1e-9
