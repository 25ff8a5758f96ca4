import numpy as np
import torch


def test_routing_is_topk_of_a_softmax(snippet):
    logits = 5 * np.random.default_rng(3).normal(size=(40, 6))
    for k in (1, 2, 3):
        p, chosen, weights = snippet.route(logits, k)
        expected = torch.tensor(logits).softmax(-1)
        np.testing.assert_allclose(p, expected)
        values, indices = expected.topk(k)
        np.testing.assert_array_equal(chosen, indices)
        np.testing.assert_allclose(weights, values / values.sum(-1, keepdim=True))
    np.testing.assert_allclose(snippet.softmax(np.array([[1e4, 0]])), [[1, 0]])


def test_loss_and_drops_by_loops(snippet):
    rng = np.random.default_rng(4)
    for tokens, experts, k, factor in ((30, 5, 1, 1.0), (17, 4, 2, 1.5)):
        p, chosen, _ = snippet.route(rng.normal(size=(tokens, experts)), k)
        load = [sum(e in row for row in chosen) for e in range(experts)]
        expected = experts * sum(load[e] / (tokens * k) * p[:, e].sum() / tokens for e in range(experts))
        assert np.isclose(snippet.balance_loss(p, chosen), expected)
        seats = -int(-factor * tokens * k // experts)
        assert snippet.dropped(chosen, experts, factor) == sum(max(n - seats, 0) for n in load)


def test_an_expert_that_nobody_chose_still_counts(snippet):
    p = np.array([[0.7, 0.2, 0.1], [0.9, 0.05, 0.05]])
    assert np.isclose(snippet.balance_loss(p, np.array([[0], [0]])), 3 * 0.8)
    assert snippet.dropped(np.array([[0], [0]]), 3, 1) == 1


def test_conclusions(snippet):
    p, chosen, _ = snippet.route(np.zeros((8, 4)) + 1e-9 * np.eye(4)[np.arange(8) % 4], 1)
    assert np.isclose(snippet.balance_loss(p, chosen), 1)  # perfect balance
    mean = (9 * np.array([0.34, 0.33, 0.33]) + [0, 1, 0]) / 10
    assert np.isclose(snippet.balance_loss(snippet.p, snippet.chosen), 3 * (0.9 * mean[0] + 0.1 * mean[1]))
    assert snippet.balance_loss(snippet.p, snippet.chosen) < 1
    lines = snippet.printed.splitlines()
    # collapsed: all on one of 8, seats for 1.25 / 8 of them
    assert "loss 8.00" in lines[2] and f"{1 - 1.25 / 8:.1%}" in lines[2]
    norms = 65 * 4096
    layer = 2 * 4096 * 4096 + 2 * 4096 * 1024 + 8 * 4096
    for line, used in zip(lines[-2:], (8, 2), strict=True):
        total = 32 * (layer + used * 3 * 4096 * 14336) + 2 * 32000 * 4096 + norms
        assert f"{total / 1e9:.1f} billion" in line
        assert snippet.rest == 2 * 32000 * 4096 + norms
    assert snippet.total == total
