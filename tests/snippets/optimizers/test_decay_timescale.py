import numpy as np
import pytest
import torch


def test_what_is_remembered_is_what_adamw_leaves_of_the_start(snippet):
    rates = np.array([0.1, 0.3, 0.0, 0.25])
    w = torch.full((1,), 5.0, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.AdamW([w], weight_decay=0.7)
    for lr in rates:
        optimizer.param_groups[0]["lr"] = lr
        w.grad = torch.zeros_like(w)
        optimizer.step()
    assert w.item() / 5 == pytest.approx(snippet.remembered(rates * 0.7))


def test_the_weights_are_those_of_the_unrolled_recursion(snippet):
    rates, decay = np.array([0.2, 0.5, 0.1, 0.9, 0.4]), 0.3
    weights = snippet.update_weights(rates * decay)
    for i in range(5):
        w = 0.0
        for j, lr in enumerate(rates):
            w = (1 - lr * decay) * w + (j == i)
        assert weights[i] == pytest.approx(w)
    # with the updates weighted by lr · decay and the start, all shares add up to 1: an average
    total = snippet.remembered(rates * decay) + np.sum(rates * decay * weights)
    assert total == pytest.approx(1)


def test_only_the_integral_of_the_schedule_counts(snippet):
    for shape in (np.linspace(1, 0, 5000), np.full(5000, 0.5), np.append(np.ones(2500), np.zeros(2500))):
        np.testing.assert_allclose(snippet.remembered(3e-4 * shape), np.exp(-3e-4 * 2500), rtol=1e-3)


def test_the_printed_setting(snippet):
    assert snippet.steps == 10_000 and (snippet.constant == 1).all() and len(snippet.constant) == 10_000
    np.testing.assert_allclose(snippet.linear, np.linspace(1, 1e-4, 10_000))
    np.testing.assert_allclose(snippet.kept, (1 - 3e-4) ** np.arange(9999, -1, -1))
    np.testing.assert_allclose(snippet.kept[-3334], np.exp(-1), rtol=1e-3)
