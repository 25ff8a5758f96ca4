from pathlib import Path

import numpy as np
import pytest
import scipy.special
import sklearn.metrics
import torch

TARGET = torch.tensor([0.4, -7.0, 3.0, 100.0, 0.0], dtype=torch.float64)
PREDICTION = torch.tensor([0.9, 8.0, 2.8, 99.5, 750.0], dtype=torch.float64)
E = (PREDICTION - TARGET).numpy()
EXPECTED = {
    "squared": (E**2, 2 * E),
    "absolute": (abs(E), np.sign(E)),
    "huber": (scipy.special.huber(1, E), np.clip(E, -1, 1)),
    "log_cosh": (np.logaddexp(E, -E) - np.log(2), np.tanh(E)),
    "pinball": (np.where(E < 0, -0.9 * E, 0.1 * E), np.where(E < 0, -0.9, 0.1)),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_each_loss_and_gradient_has_its_closed_form(snippet, name):
    value, slope = snippet.loss_and_gradient(snippet.losses[name], PREDICTION, TARGET)
    np.testing.assert_allclose(value, EXPECTED[name][0], rtol=1e-6, atol=1e-7)
    np.testing.assert_allclose(slope, EXPECTED[name][1], rtol=1e-6, atol=1e-7)


def test_pinball_agrees_with_scikit_learn(snippet):
    for tau in (0.1, 0.9):
        expected = sklearn.metrics.mean_pinball_loss(TARGET, PREDICTION, alpha=tau)
        np.testing.assert_allclose(snippet.pinball(PREDICTION, TARGET, tau).mean(), expected)


def test_the_callers_prediction_is_left_alone(snippet):
    snippet.loss_and_gradient(snippet.pinball, PREDICTION, TARGET)
    assert not PREDICTION.requires_grad and PREDICTION.grad is None


def test_both_dialects_print_the_same_table(snippet):
    root = Path(snippet.__file__).parent
    assert snippet.printed == (root / "regression_losses_numpy.out").read_text()
