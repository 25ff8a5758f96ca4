import numpy as np
import pytest
import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn


@pytest.mark.parametrize("decay", [0.9, 0.99, 0.999])
def test_ema_is_that_of_swa_utils(snippet, decay):
    weights = np.random.default_rng(3).normal(size=(60, 4))
    model = torch.nn.Linear(4, 1, bias=False).double()
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(decay))
    for row in weights:
        with torch.no_grad():
            model.weight.copy_(torch.tensor(row)[None])
        average.update_parameters(model)
    expected = average.module.weight.detach().numpy()[0]
    np.testing.assert_allclose(snippet.ema(weights, decay), expected, rtol=1e-9)


def test_sgd_weights_have_the_mean_and_the_variance_of_theory(snippet):
    weights = snippet.sgd_weights(np.random.default_rng(8), lr=0.2, steps=30, runs=50_000)
    assert weights.shape == (30, 50_000)
    t = np.arange(1, 31)
    # standard errors: at most 0.34/sqrt(50000) of the mean, 0.63 % of the variance
    np.testing.assert_allclose(weights.mean(axis=1), 5 * 0.8**t, atol=0.008)
    np.testing.assert_allclose(weights.var(axis=1), 0.04 * (1 - 0.64**t) / 0.36, rtol=0.03)


def test_the_defaults(snippet):
    assert snippet.weights.shape == (2000, 500)
    again = np.random.default_rng(0)
    draws = again.normal(size=(2000, 500))
    theta = np.full(500, 5.0)
    for noise in draws:
        theta = theta - 0.1 * (theta + noise)
    np.testing.assert_allclose(snippet.weights[-1], theta)


def test_errors_against_theory(snippet):
    errors = {}
    for line in snippet.printed.splitlines()[:-1]:
        steps, name = line.split(" steps, ")
        name, value = name.split(" error ")
        errors[int(steps), name.strip()] = float(value)
    # 500 runs: standard error 3.2 % of each root mean square
    assert errors[2000, "last weights"] == pytest.approx(np.sqrt(0.1 / 1.9), rel=0.1)
    # a mean of 1000 steps sees the noise itself, whatever the rate: 1/sqrt(1000)
    assert errors[2000, "mean of the second half"] == pytest.approx(1 / np.sqrt(1000), rel=0.12)
    # EMA of an AR(1) series with decay a = 0.9, weights of the average b = 0.99
    a, b = 0.9, 0.99
    variance = 0.1 / 1.9 * (1 - b) / (1 + b) * (1 + a * b) / (1 - a * b)
    assert errors[2000, "EMA, decay 0.99"] == pytest.approx(np.sqrt(variance), rel=0.12)
    assert errors[200, "EMA, decay 0.999"] > 10 * errors[200, "last weights"]  # the start is still in it
    assert errors[200, "mean of the second half"] < errors[200, "last weights"]
    last = snippet.printed.splitlines()[-1]
    assert float(last.split()[-1]) == round(np.exp(199 * np.log(0.999)), 2)
