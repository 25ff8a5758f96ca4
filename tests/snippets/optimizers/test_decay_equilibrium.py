import numpy as np
import pytest
import torch


def test_is_adamw(snippet):
    found = snippet.rms_from_0_and_1(0.05, 0.3, np.random.default_rng(9), steps=40, weights=30)
    rng = np.random.default_rng(9)
    theta = torch.tensor(np.array([[0.0], [1.0]]) * np.ones(30))
    optimizer = torch.optim.AdamW([theta], lr=0.05, weight_decay=0.3)
    for _ in range(40):
        theta.grad = torch.tensor(0.01 * rng.normal(size=30)).expand(2, 30).clone()
        optimizer.step()
    np.testing.assert_allclose(found, theta.square().mean(dim=1).sqrt(), rtol=1e-9)


def test_defaults(snippet):
    rng, again = np.random.default_rng(2), np.random.default_rng(2)
    snippet.rms_from_0_and_1(0.02, 0.1, rng)
    again.normal(size=(3000, 1000))
    assert rng.normal() == again.normal()  # exactly that many draws were used


def test_the_rule_holds_once_the_memory_has_passed(snippet):
    rows = np.array([line.split() for line in snippet.printed.splitlines()[1:]], dtype=float)
    lr, decay, memory, cold, warm, rule = rows.T
    np.testing.assert_allclose(memory, 1 / (lr * decay))
    np.testing.assert_allclose(rule, np.sqrt(lr / decay / 2), atol=5e-4)
    settled = memory <= 500  # six time constants
    # 1000 weights: standard error 2.2 %; beta1 lowers the variance by about 2 %
    np.testing.assert_allclose(cold[settled], rule[settled], rtol=0.08)
    np.testing.assert_allclose(warm[settled], rule[settled], rtol=0.08)
    # 1.5 time constants: the start at 1 is still there, exp(-1.5) = 0.22 of it
    slow = ~settled
    assert slow.sum() == 1
    gap = warm[slow] ** 2 - cold[slow] ** 2
    assert gap == pytest.approx(np.exp(-3), abs=0.035)
