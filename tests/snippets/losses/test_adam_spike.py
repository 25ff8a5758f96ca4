import numpy as np
import pytest
import torch


@pytest.mark.parametrize("beta1,beta2", [(0.9, 0.999), (0.9, 0.95), (0.8, 0.99)])
def test_steps_are_adams_after_a_long_quiet_time(snippet, beta1, beta2):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    adam = torch.optim.Adam([w], lr=0.01, betas=(beta1, beta2), eps=0)
    w.grad = torch.full_like(w, 1e-12)
    adam.step()
    adam.state[w]["step"] += 1e6  # the correction for the zero start has worn off
    before, sizes = w.item(), []
    for _ in range(30):
        w.grad = torch.ones_like(w)
        adam.step()
        sizes.append((before - w.item()) / 0.01)
        before = w.item()
    np.testing.assert_allclose(snippet.steps_after_quiet(beta1, beta2, 30), sizes, rtol=1e-4)


def test_closed_form(snippet):
    t = np.arange(1, 101)
    expected = (1 - 0.9**t) / np.sqrt(1 - 0.999**t)
    np.testing.assert_allclose(snippet.steps_after_quiet(0.9, 0.999, 100), expected)


def test_a_shorter_memory_makes_smaller_spikes(snippet):
    largest = [snippet.steps_after_quiet(0.9, beta2, 400).max() for beta2 in (0.999, 0.99, 0.95, 0.9)]
    assert largest == sorted(largest, reverse=True)
    assert largest[0] > 6 and largest[2] < 1.2
