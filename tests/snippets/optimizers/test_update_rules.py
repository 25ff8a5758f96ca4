import numpy as np
import pytest
import torch

TORCH = {
    "sgd": lambda p: torch.optim.SGD(p, lr=1),
    "momentum": lambda p: torch.optim.SGD(p, lr=1, momentum=0.9),
    "nesterov": lambda p: torch.optim.SGD(p, lr=1, momentum=0.9, nesterov=True),
    "adagrad": lambda p: torch.optim.Adagrad(p, lr=1),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=1),
    "adam": lambda p: torch.optim.Adam(p, lr=1),
}


@pytest.mark.parametrize("name", TORCH)
@pytest.mark.parametrize("scale", [1.0, 1e-8])  # at the small one the guards in the divisors count
def test_each_rule_is_that_of_torch(snippet, name, scale):
    gradients = scale * np.random.default_rng(1).standard_normal((20, 3))
    w = torch.zeros(3, dtype=torch.float64, requires_grad=True)
    optimiser, expected = TORCH[name]([w]), []
    for g in gradients:
        before = w.detach().clone()
        w.grad = torch.tensor(g)
        optimiser.step()
        expected.append((before - w.detach()).numpy())
    np.testing.assert_allclose(
        snippet.steps(getattr(snippet, name), gradients), expected, rtol=1e-8, atol=1e-9 * np.abs(expected).max()
    )


def test_lion_takes_the_sign_of_a_mix_and_stores_another(snippet):
    gradients = np.random.default_rng(2).standard_normal((30, 4)) + 0.3
    m, expected = np.zeros(4), []
    for g in gradients:  # Chen et al.: interpolate with beta1 for the step, with beta2 for the memory
        expected.append(np.where(0.9 * m + (1 - 0.9) * g > 0, 1, -1))
        m = 0.99 * m + (1 - 0.99) * g
    np.testing.assert_array_equal(snippet.steps(snippet.lion, gradients), expected)


def test_which_rules_do_not_see_the_scale(snippet):
    gradients = np.random.default_rng(3).standard_normal((10, 2))
    for rule in (snippet.adagrad, snippet.rmsprop, snippet.adam, snippet.lion):
        np.testing.assert_allclose(snippet.steps(rule, 1000 * gradients), snippet.steps(rule, gradients), rtol=1e-5)
    for rule in (snippet.sgd, snippet.momentum, snippet.nesterov):
        np.testing.assert_allclose(
            snippet.steps(rule, 1000 * gradients), 1000 * np.array(snippet.steps(rule, gradients))
        )


def test_printed_steps_are_the_closed_forms(snippet):
    rows = {row[0]: [float(x) for x in row[1:]] for row in map(str.split, snippet.printed.splitlines()[2:])}
    closed = {  # step 100 under a constant gradient of 1
        "sgd": 1,
        "momentum": (1 - 0.9**100) / 0.1,
        "nesterov": 1 + 0.9 * (1 - 0.9**100) / 0.1,
        "adagrad": 1 / np.sqrt(100),
        "rmsprop": 1 / np.sqrt(1 - 0.99**100),
        "adam": 1,
        "lion": 1,
    }
    assert {name: row[2] for name, row in rows.items()} == {name: round(x, 2) for name, x in closed.items()}
    assert rows["nesterov"][:2] == [1.9, 1900] and rows["rmsprop"][:2] == [10, 10] == [1 / np.sqrt(0.01)] * 2
