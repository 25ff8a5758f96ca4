import numpy as np
import torch
from scipy.stats import entropy


def test_shares_are_those_of_the_gradient(snippet):
    rng = np.random.default_rng(1)
    s = rng.uniform(-1, 1, 12)
    for temperature in (2.0, 0.3, 0.01):
        z = torch.tensor(s, requires_grad=True)
        logits = torch.cat([torch.tensor([0.9], dtype=torch.float64), z]) / temperature
        loss = -torch.log_softmax(logits, 0)[0]
        loss.backward()
        shares = snippet.negative_shares(s, temperature)
        np.testing.assert_allclose(shares, z.grad / z.grad.sum(), atol=1e-12)
        # the page: all pushes together are (1 - p of the positive) / temperature
        np.testing.assert_allclose(z.grad.sum(), (1 - np.exp(-loss.item())) / temperature)


def test_limits_of_the_temperature(snippet):
    s = np.array([0.1, 0.5, 0.3])
    np.testing.assert_allclose(snippet.negative_shares(s, 1e6), 1 / 3, rtol=1e-6)
    np.testing.assert_allclose(snippet.negative_shares(s, 1e-4), [0, 1, 0], atol=1e-12)


def test_effective_number(snippet):
    assert np.isclose(snippet.effective_number(np.full(7, 1 / 7)), 7)
    assert snippet.effective_number(np.array([0.0, 1.0])) == 1
    shares = np.array([0.5, 0.2, 0.3, 0.0])
    assert np.isclose(snippet.effective_number(shares), np.exp(entropy(shares)))


def test_picture_and_table(snippet):
    axes = snippet.figures[0].axes[0]
    counts = []
    for line, temperature in zip(axes.lines, (1.0, 0.2, 0.07, 0.01), strict=True):
        e = np.exp(line.get_xdata() / temperature)
        np.testing.assert_allclose(line.get_ydata(), e / e.sum(), rtol=1e-9)
        counts.append(np.exp(entropy(line.get_ydata())))
    assert abs(line.get_xdata().mean()) < 0.06  # 255 draws with standard deviation 0.2: standard error 0.013
    assert len(line.get_xdata()) == 255 and (np.diff(line.get_xdata()) >= 0).all()
    rows = [line.split() for line in snippet.printed.splitlines()[1:]]
    np.testing.assert_allclose([float(row[2]) for row in rows], counts, atol=0.051)
    assert (np.diff(counts) < 0).all() and axes.get_yscale() == "log"
