import numpy as np
import torch


def test_the_direction_is_adams(snippet):
    rng = np.random.default_rng(6)
    w = torch.zeros(5, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=1.0, eps=1e-6)
    m = v = 0
    for t in range(1, 30):
        g = rng.normal(size=5) * 10.0 ** rng.integers(-7, 3)
        before = w.detach().clone()
        w.grad = torch.tensor(g)
        optimizer.step()
        direction, m, v = snippet.adam_direction(g, m, v, t)
        np.testing.assert_allclose(direction, (before - w).detach(), atol=1e-10)
    other = snippet.adam_direction(g, 0, 0, 1, betas=(0.5, 0.7), eps=0)[0]
    np.testing.assert_allclose(other, np.sign(g))


def test_every_layer_moves_by_the_learning_rate_whatever_its_scale(snippet):
    rng = np.random.default_rng(1)
    for scale in (1e-6, 1.0, 1e3):
        w, m, v = scale * rng.normal(size=9), 0, 0
        for t in range(1, 6):
            g = rng.normal(size=9) / scale
            new, m, v = snippet.lamb_step(w, m, v, g, t, 0.03)
            np.testing.assert_allclose(np.linalg.norm(new - w), 0.03 * np.linalg.norm(w))
            update = m / (1 - 0.9**t) / (np.sqrt(v / (1 - 0.999**t)) + 1e-6) + 0.01 * w
            np.testing.assert_allclose((w - new) / np.linalg.norm(w - new), update / np.linalg.norm(update))
            w = new


def test_decay_enters_before_the_norm(snippet):
    w, g = np.array([3.0, 4.0]), np.zeros(2)
    np.testing.assert_allclose(snippet.lamb_step(w, 0, 0, g, 1, 0.1, decay=0.5)[0], 0.9 * w)


def test_trust_ratio(snippet):
    assert snippet.trust_ratio(np.array([3.0, 4.0]), np.array([0.0, 2.0])) == 2.5
    assert snippet.trust_ratio(np.zeros(2), np.ones(2)) == 1
    assert snippet.trust_ratio(np.ones(2), np.zeros(2)) == 1


def test_the_printed_numbers(snippet):
    g, w = snippet.gradient, snippet.weights
    update = g / (np.abs(g) + 1e-6) + 0.01 * w  # Adam's first step, and the default decay
    np.testing.assert_allclose(w - snippet.moved, 0.01 * np.linalg.norm(w) * update / np.linalg.norm(update))
    # Adam's first step has length lr √n, the weights scale √n up to the spread of 1000 draws
    for line, scale in zip(snippet.printed.splitlines()[1:], (1, 0.1, 0.01), strict=True):
        shown, adam, lamb = map(float, line.split())
        assert shown == scale and lamb == 0.01
        np.testing.assert_allclose(adam, 0.01 / scale, rtol=0.05)
