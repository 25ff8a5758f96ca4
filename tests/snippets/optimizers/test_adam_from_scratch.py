import numpy as np
import pytest
import torch

START = np.array([1.5, -0.3, 0.0, 4.0])
CASES = [
    (torch.optim.Adam, {"lr": 0.05}),
    (torch.optim.Adam, {"lr": 0.05, "betas": (0.8, 0.95), "weight_decay": 0.3}),
    (torch.optim.AdamW, {"lr": 0.05, "weight_decay": 0.3}),
    (torch.optim.AdamW, {"lr": 0.2, "betas": (0.5, 0.9), "eps": 0.1, "weight_decay": 0.01}),
]


def gradient(theta):
    return np.array([0.01, 1.0, 30.0, 1e-6]) * (np.tanh(theta) + 0.4 * np.cos(3 * theta))


def torch_path(optimizer, options, steps):
    theta = torch.tensor(START)
    optimizer, path = optimizer([theta], **options), []
    for _ in range(steps):
        theta.grad = torch.tensor(gradient(theta.numpy()))
        optimizer.step()
        path.append(theta.numpy().copy())
    return np.array(path)


@pytest.mark.parametrize("optimizer, options", CASES)
def test_agrees_with_torch_for_100_steps(snippet, optimizer, options):
    theta, path = START, []
    m = v = np.zeros(4)
    for t in range(1, 101):
        theta, m, v = snippet.adam_step(
            theta,
            gradient(theta),
            m,
            v,
            t,
            options["lr"],
            options.get("betas", (0.9, 0.999)),
            options.get("eps", 1e-8),
            options.get("weight_decay", 0.0),
            optimizer is torch.optim.AdamW,
        )
        path.append(theta)
    np.testing.assert_allclose(path, torch_path(optimizer, options, 100), rtol=0, atol=1e-10)


@pytest.mark.parametrize("optimizer, options", CASES)
def test_minimise_is_the_same_loop(snippet, optimizer, options):
    names = {"weight_decay": "decay"}
    options_here = {names.get(key, key): value for key, value in options.items()}
    found = snippet.minimise(gradient, START, 100, decoupled=optimizer is torch.optim.AdamW, **options_here)
    np.testing.assert_allclose(found, torch_path(optimizer, options, 100)[-1], rtol=0, atol=1e-10)


def test_the_defaults_of_minimise_are_those_of_torch_but_for_the_learning_rate(snippet):
    for optimizer in (torch.optim.Adam, torch.optim.AdamW):
        expected = torch_path(optimizer, {"lr": 0.1, "weight_decay": 0.0}, 20)[-1]
        np.testing.assert_allclose(snippet.minimise(gradient, START, 20), expected, rtol=0, atol=1e-10)
    expected = torch_path(torch.optim.AdamW, {"lr": 0.1, "weight_decay": 0.7}, 20)[-1]
    np.testing.assert_allclose(snippet.minimise(gradient, START, 20, decay=0.7), expected, rtol=0, atol=1e-10)


def test_flag_of_torch_makes_adam_adamw():
    options = {"lr": 0.05, "weight_decay": 0.3}
    flagged = torch_path(torch.optim.Adam, {**options, "decoupled_weight_decay": True}, 50)
    np.testing.assert_array_equal(flagged, torch_path(torch.optim.AdamW, options, 50))


def test_what_the_page_says_of_the_defaults_of_torch():
    for optimizer, decay in ((torch.optim.Adam, 0), (torch.optim.AdamW, 0.01)):
        defaults = optimizer([torch.zeros(1)]).defaults
        assert defaults["weight_decay"] == decay and defaults["betas"] == (0.9, 0.999)
        assert defaults["lr"] == 1e-3 and defaults["eps"] == 1e-8


def test_betas_zero_are_sign_descent(snippet):
    found = snippet.minimise(gradient, START, 1, lr=0.3, betas=(0.0, 0.0), eps=0.0)
    np.testing.assert_allclose(found, START - 0.3 * np.sign(gradient(START)))


def test_printed_rows_are_those_of_torch(snippet):
    rows = [(line.split(" loss")[0].strip(), line.split()[-2:]) for line in snippet.printed.splitlines()]
    assert [name for name, _ in rows[:4]] == ["Adam"] * 2 + ["AdamW, decay 0.5"] * 2
    assert rows[0] == rows[1] and rows[2] == rows[3]  # the scale of the loss does not matter
    rows = dict(rows)
    assert rows["Adam with L2 0.5"] == rows["Adam"] != rows["AdamW, decay 0.5"]
    for name, optimizer, options in [
        ("Adam", torch.optim.Adam, {}),
        ("AdamW, decay 0.5", torch.optim.AdamW, {"weight_decay": 0.5}),
        ("sign descent: betas 0, 0", torch.optim.Adam, {"betas": (0.0, 0.0)}),
    ]:
        theta = torch.ones(2, dtype=torch.float64)
        optimizer = optimizer([theta], lr=0.1, **options)
        for _ in range(5):
            theta.grad = theta.detach() * torch.tensor([1.0, 1e4])
            optimizer.step()
        assert rows[name] == [f"{x:.3f}" for x in theta]
