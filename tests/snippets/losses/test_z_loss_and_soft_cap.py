import math

import pytest
import torch
import torch.nn.functional as F


def test_z_loss_and_its_gradient(snippet):
    torch.manual_seed(0)
    logits = torch.randn(4, 9, dtype=torch.float64, requires_grad=True)
    losses = snippet.z_loss(logits, weight=0.3)
    log_z = logits.detach().exp().sum(-1).log()
    torch.testing.assert_close(losses.detach(), 0.3 * log_z**2)
    losses.sum().backward()
    # 2 w log Z times the softmax: all logits are pulled down together when log Z > 0
    torch.testing.assert_close(logits.grad, 0.6 * log_z[:, None] * logits.detach().softmax(-1))
    torch.testing.assert_close(snippet.z_loss(logits), 1e-4 * losses / 0.3)


def test_cross_entropy_leaves_the_level_free_and_z_loss_does_not(snippet):
    logits = torch.randn(6, dtype=torch.float64)
    target = torch.tensor(2)
    assert F.cross_entropy(logits + 50, target).item() == pytest.approx(F.cross_entropy(logits, target).item())
    level = -torch.logsumexp(logits, 0)  # here Z is 1
    assert snippet.z_loss(logits + level).item() == pytest.approx(0, abs=1e-12)
    assert snippet.z_loss(logits + level + 3).item() == pytest.approx(9e-4)


def test_soft_cap_is_the_identity_near_zero_and_bounded_far_out(snippet):
    z = torch.tensor([-1e4, -0.01, 0.0, 0.01, 1e4], dtype=torch.float64, requires_grad=True)
    capped = snippet.soft_cap(z, 7.0)
    torch.testing.assert_close(
        capped.detach(), torch.tensor([-7.0, -0.01, 0.0, 0.01, 7.0], dtype=torch.float64), atol=1e-7, rtol=0
    )
    capped.sum().backward()
    torch.testing.assert_close(z.grad, 1 - (capped.detach() / 7) ** 2)


def test_lowest_loss_is_approached_by_the_best_capped_logits(snippet):
    for vocabulary, cap in ((10, 2.0), (1000, 3.0)):
        best = torch.full((vocabulary,), -1e6, dtype=torch.float64)
        best[4] = 1e6
        loss = F.cross_entropy(snippet.soft_cap(best, cap), torch.tensor(4)).item()
        assert snippet.lowest_loss(vocabulary, cap) == pytest.approx(loss)
    assert snippet.lowest_loss(128_256, 30) < 1e-20


def test_bfloat16_forgets_differences_at_a_high_level(snippet):
    spacing = torch.finfo(torch.bfloat16).eps * 256
    assert spacing == 2  # between 256 and 512
    rounded = (snippet.logits + 300).bfloat16()
    assert set((rounded % spacing).tolist()) == {0}
    assert math.isclose(F.cross_entropy(rounded.float(), snippet.target), 0.8201, abs_tol=5e-5)
    assert math.isclose(F.cross_entropy(snippet.logits, snippet.target), 0.5199, abs_tol=5e-5)
