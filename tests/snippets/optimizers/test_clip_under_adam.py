import numpy as np
import pytest
import torch


def torch_steps(gradients, betas=(0.9, 0.999)):
    w = torch.zeros((), dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=1.0, betas=betas, eps=0.0)
    steps, before = [], 0.0
    for g in gradients:
        w.grad = torch.tensor(g, dtype=torch.float64)
        optimizer.step()
        steps.append(before - w.item())
        before = w.item()
    return np.array(steps)


def test_steps_and_clip_agree_with_torch(snippet):
    gradients = np.random.default_rng(3).normal(1, 2, size=40)
    np.testing.assert_allclose(snippet.adam_steps(gradients), torch_steps(gradients), atol=1e-12)
    np.testing.assert_allclose(
        snippet.adam_steps(gradients, 0.8, 0.95), torch_steps(gradients, (0.8, 0.95)), atol=1e-12
    )
    for limit in (0.1, 1.5, 100.0):
        np.testing.assert_allclose(snippet.clip(gradients, limit), gradients * np.minimum(1, limit / np.abs(gradients)))


def closed_form(outlier, k, b1=0.9, b2=0.999):
    """k steps after an outlier in a long row of ones, both corrections worn off."""
    m = 1 + (1 - b1) * (outlier - 1) * b1**k
    v = 1 + (1 - b2) * (outlier**2 - 1) * b2**k
    return m / np.sqrt(v)


def test_printed_steps_follow_the_closed_form(snippet):
    lines = snippet.printed.splitlines()[1:4]
    for line, outlier in zip(lines, (100, 1, 10), strict=True):
        shown = [float(x.rstrip(",")) for x in line.split("before")[1].replace("then", "").split()]
        # the row of ones is 3000 long: 1 - 0.999 ** 3000 is 0.95, so the last two digits may differ
        expected = [1.0] + [closed_form(outlier, k) for k in (0, 2, 100, 1000)]
        np.testing.assert_allclose(shown, expected, rtol=0.03, atol=0.006)


def test_an_outlier_shortens_later_steps_and_the_clip_prevents_it(snippet):
    slow = snippet.adam_steps(snippet.spiked)
    assert slow[snippet.OUTLIER] > 3 and slow[snippet.OUTLIER + 100] < 0.35
    np.testing.assert_allclose(snippet.adam_steps(snippet.clip(snippet.spiked, 1.0)), 1.0)
    np.testing.assert_array_equal(snippet.spiked[snippet.spiked != 1], [100])


def test_a_clip_that_always_acts_cancels(snippet):
    assert (snippet.growing[0], snippet.growing[-1]) == pytest.approx((100, 300))
    one, small = snippet.always
    np.testing.assert_allclose(one, np.ones(500))
    np.testing.assert_allclose(small, np.full(500, 0.01))
    np.testing.assert_allclose(snippet.adam_steps(one), snippet.adam_steps(small))
    assert not np.allclose(snippet.adam_steps(one), snippet.adam_steps(snippet.growing), atol=0.01)
    directions = np.random.default_rng(1).normal(size=50)
    np.testing.assert_allclose(
        snippet.adam_steps(snippet.clip(directions * 1e3, 0.5)), snippet.adam_steps(np.sign(directions))
    )
    assert snippet.adam_steps([2.0])[0] == pytest.approx(1)
