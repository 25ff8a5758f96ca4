import numpy as np
import pytest
import torch
from scipy.optimize import brentq


def test_free_weight_follows_the_gradient_flow(snippet):
    # dw/dt = 1 / (1 + eʷ) from 0 gives w + eʷ = t + 1; a step of 0.1 follows it closely
    path = snippet.weights(lr=0.1)
    for step, w in path.items():
        exact = brentq(lambda w, t: w + np.exp(w) - t - 1, 0, 20, args=(0.1 * step,))
        assert w == pytest.approx(exact, abs=0.01)


def test_path_is_recorded_at_the_checkpoints(snippet):
    assert list(snippet.weights()) == [100, 1000, 10_000, 100_000]


def test_each_tenfold_of_steps_adds_log_ten(snippet):
    path = np.array(list(snippet.weights().values()))
    np.testing.assert_allclose(np.diff(path), np.log(10), atol=0.02)


def test_decay_attains_the_minimum(snippet):
    for decay in (0.3, 0.01):
        w = list(snippet.weights(decay=decay).values())[-1]
        assert 1 / (1 + np.exp(w)) == pytest.approx(decay * w, abs=1e-12)


def test_agrees_with_torch(snippet):
    x = torch.tensor([-1.0, 1.0], dtype=torch.float64)
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.SGD([w], lr=0.7, weight_decay=0.05)
    for _ in range(100):
        optimiser.zero_grad()
        torch.nn.functional.binary_cross_entropy_with_logits(w * x, (x > 0).double()).backward()
        optimiser.step()
    assert snippet.weights(decay=0.05, lr=0.7)[100] == pytest.approx(w.item(), abs=1e-12)


def test_printed_table(snippet):
    rows = [line.replace(",", "").replace(";", "").replace(":", "").split() for line in snippet.printed.splitlines()]
    for row in rows:
        step, w, loss = int(row[1]), float(row[3]), float(row[5])
        assert w == round(snippet.free[step], 2)
        assert loss == pytest.approx(np.log1p(np.exp(-snippet.free[step])), abs=1e-6)
    assert [int(row[1]) for row in rows] == [100, 1000, 10000, 100000]
