import numpy as np
import pytest
import torch
import torch.nn.functional as F

RNG = np.random.default_rng(3)
HIDDEN, WEIGHT = RNG.normal(size=(7, 3)), RNG.normal(size=(11, 3))
TARGETS = RNG.integers(11, size=7)


def autograd():
    hidden, weight = (torch.tensor(array, requires_grad=True) for array in (HIDDEN, WEIGHT))
    loss = F.cross_entropy(hidden @ weight.T, torch.tensor(TARGETS))
    loss.backward()
    return loss.item(), hidden.grad.numpy(), weight.grad.numpy()


@pytest.mark.parametrize("chunk", [1, 2, 3, 7, 100])
def test_loss_and_both_gradients_agree_with_autograd(snippet, chunk):
    for found, expected in zip(snippet.chunked_cross_entropy(HIDDEN, WEIGHT, TARGETS, chunk), autograd(), strict=True):
        np.testing.assert_allclose(found, expected)


def test_large_logits_stay_finite(snippet):
    loss, *gradients = snippet.chunked_cross_entropy(1000 * HIDDEN, WEIGHT, TARGETS, 2)
    assert np.isfinite(loss) and all(np.isfinite(g).all() for g in gradients)


def test_sizes_on_the_page(snippet):
    bytes_of = {torch.float32: 4, torch.bfloat16: 2}
    for dtype, size in bytes_of.items():
        assert torch.empty((), dtype=dtype).element_size() == size
    meta = torch.empty(8192, 128256, dtype=torch.float32, device="meta")
    assert f"float32: {meta.nbytes / 1024**3:.2f} GiB" in snippet.printed
    hidden = torch.empty(8192, 4096, dtype=torch.bfloat16, device="meta")
    assert f"bfloat16: {hidden.nbytes / 1024**2:.0f} MiB" in snippet.printed
    assert f"256 tokens: {meta[:256].nbytes / 1024**2:.0f} MiB" in snippet.printed
