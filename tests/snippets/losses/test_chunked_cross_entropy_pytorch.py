import torch
import torch.nn.functional as F
from torch.profiler import ProfilerActivity, profile


def largest_allocation(function):
    with profile(activities=[ProfilerActivity.CPU], profile_memory=True) as recorded:
        function()
    return max(event.self_cpu_memory_usage for event in recorded.events())


def test_loss_and_gradients_are_those_of_plain_cross_entropy(snippet):
    torch.manual_seed(7)
    hidden, weight = torch.randn(33, 5, dtype=torch.float64), torch.randn(40, 5, dtype=torch.float64)
    targets = torch.randint(40, (33,))
    h, w = hidden.clone().requires_grad_(), weight.clone().requires_grad_()
    loss = F.cross_entropy(h @ w.T, targets)
    loss.backward()
    for options in (None, torch.nn.LinearCrossEntropyOptions(batch_chunk_size=8)):
        found = snippet.loss_and_gradients(hidden, weight, targets, options)
        for a, b in zip(found, (loss.detach(), h.grad, w.grad), strict=True):
            torch.testing.assert_close(a, b)
    assert hidden.grad is None  # the inputs are left alone


def test_chunks_never_hold_all_the_logits(snippet):
    inputs = snippet.hidden, snippet.weight, snippet.targets
    whole = largest_allocation(lambda: snippet.loss_and_gradients(*inputs))
    chunks = largest_allocation(lambda: snippet.loss_and_gradients(*inputs, snippet.options))
    assert whole >= 512 * 3000 * 4  # float32
    assert chunks == 64 * 3000 * 4
    assert snippet.hidden.shape == (512, 16) and snippet.weight.shape == (3000, 16)


def test_everything_is_equal_up_to_rounding(snippet):
    assert snippet.printed.endswith("largest difference of a gradient: 0.00000\n")
    assert snippet.whole[2].abs().max() > 0.001  # not because all is small
    for a, b in zip(snippet.whole, snippet.chunks, strict=True):
        torch.testing.assert_close(a, b, atol=1e-6, rtol=1e-5)
