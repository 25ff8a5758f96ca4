import numpy as np
import pytest
import torch


def test_fp32_decays_geometrically(snippet):
    for beta, steps in ((0.9, 7), (0.5, 3), (0.999, 200)):
        assert snippet.after_silence(beta, steps, torch.float32) == pytest.approx(beta**steps, rel=1e-4)
    assert snippet.after_silence(0.3, 0, torch.bfloat16) == 1


def test_bf16_agrees_with_torch_adam(snippet):
    for beta, steps in ((0.999, 60), (0.99, 60), (0.95, 60)):
        w = torch.nn.Parameter(torch.zeros((), dtype=torch.bfloat16))
        optimizer = torch.optim.Adam([w], betas=(0.9, beta))
        w.grad = torch.ones_like(w)
        optimizer.step()
        optimizer.state[w]["exp_avg_sq"].fill_(1)
        for _ in range(steps):
            w.grad = torch.zeros_like(w)
            optimizer.step()
        assert optimizer.state[w]["exp_avg_sq"].item() == snippet.after_silence(beta, steps, torch.bfloat16)


@pytest.mark.parametrize("beta", [0.9995, 0.999, 0.9982, 0.9975, 0.997, 0.9961, 0.996, 0.9])
def test_frozen_counts_what_is_within_half_a_spacing(snippet, beta):
    # v in [1, 2) is k / 128 and stays if it loses less than 1 / 256; at 1 the spacing below is half
    stays = [1 - beta < (1 / 512 if k == 128 else 128 / (256 * k)) for k in range(128, 256)]
    assert snippet.frozen(beta) == pytest.approx(np.mean(stays))


def test_the_limits(snippet):
    assert snippet.frozen(1 - 2.0**-9.01) == 1  # below 2 ** -9 nothing moves
    assert snippet.frozen(1 - 2.0**-7.99) == 0  # above 2 ** -8 everything does
    assert 0 < snippet.frozen(0.998) < 1
