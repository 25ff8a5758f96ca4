import pytest
import torch


def measured(optimizer_class, shape, **options):
    w = torch.zeros(shape, requires_grad=True)
    w.grad = torch.ones(shape)
    optimizer = optimizer_class([w], **options)
    optimizer.step()
    kept = [s for s in optimizer.state[w].values() if torch.is_tensor(s) and s.numel() > 1]
    return sum(s.numel() * s.element_size() for s in kept) / w.numel()


@pytest.mark.parametrize("shape", [(8, 8), (6, 20), (30, 4)])
def test_equals_what_pytorchs_optimisers_keep(snippet, shape):
    ours = snippet.state_bytes(*shape)
    assert measured(torch.optim.SGD, shape, lr=1) == ours["SGD"]
    assert measured(torch.optim.SGD, shape, lr=1, momentum=0.9) == ours["momentum, Lion, Muon"]
    assert measured(torch.optim.Muon, shape) == ours["momentum, Lion, Muon"]
    assert measured(torch.optim.AdamW, shape) == ours["AdamW, LAMB, Sophia"]
    assert measured(torch.optim.Adafactor, shape) == pytest.approx(ours["Adafactor, no momentum"])


def test_formulas_by_counting(snippet):
    assert snippet.square["SOAP"] == 24 and snippet.wide == snippet.state_bytes(4096, 14336)
    n, m = 64, 128
    counted = 4 * (2 * n * m + 2 * n * n + 2 * m * m) / (n * m)  # m, v, L and R, and their eigenvectors
    assert snippet.state_bytes(n, m)["SOAP"] == pytest.approx(counted)
    scales = n * m // 32
    assert snippet.state_bytes(n, m, block=32)["AdamW in 8 bits"] == 2 * (n * m + 4 * scales) / (n * m)
    assert snippet.state_bytes(n, m)["AdamW in 8 bits"] == 2 + 8 / 256
