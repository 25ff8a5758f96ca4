import itertools

import numpy as np
import pytest
import torch

RATES = [0.3] * 30 + [0.05] * 40 + [0.2] * 30


def gradient(theta):
    return np.tanh(theta) + 0.3 * np.cos(5 * theta)


def torch_path(start, **options):
    theta = torch.tensor(start, dtype=torch.float64)
    optimizer = torch.optim.SGD([theta], lr=1.0, **options)
    path = []
    for lr in RATES:
        optimizer.param_groups[0]["lr"] = lr
        theta.grad = torch.tensor(gradient(theta.numpy()))
        optimizer.step()
        path.append(theta.numpy().copy())
    return np.array(path)


@pytest.mark.parametrize(
    "options",
    [
        {"momentum": 0.9},
        {"momentum": 0.6, "dampening": 0.4},
        {"momentum": 0.9, "dampening": 0.9},
        {"momentum": 0.8, "nesterov": True},
    ],
)
def test_agrees_with_torch_for_100_steps(snippet, options):
    start = np.array([2.0, -1.3, 0.2])
    theta, v, path = start, None, []
    for lr in RATES:
        theta, v = snippet.sgd_step(theta, v, gradient(theta), lr, **options)
        path.append(theta)
    np.testing.assert_allclose(path, torch_path(start, **options), rtol=0, atol=1e-10)


def both(snippet, rates):
    theta, v, other, u = 1.7, None, 1.7, 0.0
    for lr in rates:
        theta, v = snippet.sgd_step(theta, v, gradient(theta), lr, 0.7)
        other, u = snippet.lr_inside_step(other, u, gradient(other), lr, 0.7)
        yield theta, other


def test_the_conventions_agree_until_the_learning_rate_changes(snippet):
    for theta, other in both(snippet, [0.1] * 50):
        assert abs(theta - other) < 1e-12
    last = list(both(snippet, [0.1] * 5 + [0.01] * 3))[-1]
    assert abs(last[0] - last[1]) > 0.01


def test_inside_the_learning_rates_of_the_past_stay_in_the_sum(snippet):
    # v = sum of momentum^(t-i) lr_i g_i, written out
    rates, gradients, momentum = [0.3, 0.1, 0.02], [1.0, -2.0, 0.5], 0.8
    theta, v = 5.0, 0.0
    for lr, g in zip(rates, gradients, strict=True):
        theta, v = snippet.lr_inside_step(theta, v, g, lr, momentum)
    velocities = [sum(momentum ** (t - i) * rates[i] * gradients[i] for i in range(t + 1)) for t in range(3)]
    assert v == pytest.approx(-velocities[-1])
    assert theta == pytest.approx(5.0 - sum(velocities))


def test_the_printed_steps_follow_the_geometric_series(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[1:7]]
    assert all(line.endswith(" 0.100") for line in snippet.printed.splitlines()[7:])
    series = 10 * (1 - 0.9**101)  # the velocity after 101 unit gradients
    table = {int(r[0]): (float(r[2]), float(r[3])) for r in rows}
    assert table[1] == (0.1, 0.1) and table[100] == (1.0, 1.0)
    assert table[101] == (round(0.01 * series, 3), round(0.9 * 0.1 * 10 * (1 - 0.9**100) + 0.01, 3))
    assert all(outside == 0.1 for outside, _ in itertools.islice(table.values(), 3, 6))
