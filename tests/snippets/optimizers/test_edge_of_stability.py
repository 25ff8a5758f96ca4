import numpy as np
import torch


def loss(w, x, y):
    first, bias, second = w.view(3, -1)
    return 0.5 * (torch.tanh(torch.outer(x, first) + bias) @ second - y).square().mean()


def problem(seed, units=5, n=9):
    rng = np.random.default_rng(seed)
    return rng.standard_normal(3 * units), rng.standard_normal(n), rng.standard_normal(n)


def test_gradient_and_sharpness_agree_with_autograd(snippet):
    for seed in range(3):
        w, x, y = problem(seed)
        t, tx, ty = torch.tensor(w, requires_grad=True), torch.tensor(x), torch.tensor(y)
        (g,) = torch.autograd.grad(loss(t, tx, ty), t)
        np.testing.assert_allclose(snippet.gradient(w, x, y), g, rtol=1e-10, atol=1e-13)
        H = torch.autograd.functional.hessian(lambda w, tx=tx, ty=ty: loss(w, tx, ty), t)
        exact = np.linalg.eigvalsh(H.numpy())[-1]
        assert abs(snippet.sharpness(w, x, y) - exact) < 1e-6 * exact
        assert abs(snippet.sharpness(w, x, y, step=1e-3) - exact) < 1e-4 * exact


def test_training_measures_before_each_group_of_steps(snippet):
    w, x, y = problem(4)
    measured = snippet.train(w, x, y, rate=0.1, steps=6, every=3)
    expected, v = [], w
    for t in range(6):
        if t in (0, 3):
            expected.append(snippet.sharpness(v, x, y))
        v = v - 0.1 * snippet.gradient(v, x, y)
    np.testing.assert_allclose(measured, expected)
    assert len(snippet.train(w, x, y, 0.01)) == 20


def test_a_high_rate_ends_at_its_own_limit_and_a_low_one_below(snippet):
    ends = {
        rate: snippet.train(snippet.start, snippet.x, snippet.y, rate)[10:].mean() * rate / 2 for rate in (0.2, 0.6)
    }
    assert ends[0.2] < 0.8 and 0.95 < ends[0.6] < 1.05
    rows = [line.split() for line in snippet.printed.splitlines()[2:]]
    assert [row[2] for row in rows] == ["0.7", "1.0", "1.0"]
    assert all(float(row[1]) < 1 for row in rows)  # every start is stable


def test_the_loss_still_falls_at_the_edge(snippet):
    def mse(w):
        first, bias, second = w.reshape(3, -1)
        return np.mean((np.tanh(np.outer(snippet.x, first) + bias) @ second - snippet.y) ** 2)

    w, losses = snippet.start, []
    for _ in range(1000):
        losses.append(mse(w))
        w = w - 0.6 * snippet.gradient(w, snippet.x, snippet.y)
    assert np.mean(losses[-100:]) < 0.5 * losses[0]
    assert np.any(np.diff(losses) > 0)  # but not at every step
