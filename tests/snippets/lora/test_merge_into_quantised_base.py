import pytest
import torch


def brute(snippet, W, block):
    w = W.reshape(-1, block)
    scale = w.abs().max(dim=1, keepdim=True).values
    nearest = (w[..., None] / scale[..., None] - snippet.NF4).abs().argmin(-1)
    return (snippet.NF4[nearest] * scale).reshape(W.shape)


def test_nf4_takes_the_nearest_code(snippet):
    torch.manual_seed(1)
    W = torch.randn(8, 48) * 3
    assert torch.equal(snippet.nf4(W), brute(snippet, W, 64))
    assert torch.equal(snippet.nf4(W, 16), brute(snippet, W, 16))
    torch.testing.assert_close(snippet.nf4(snippet.nf4(W)), snippet.nf4(W))  # quantising twice changes nothing


def test_code_table(snippet):
    from scipy.stats import norm

    positive = norm.ppf([0.9677083 - 0.4677083 * i / 8 for i in range(8)])
    negative = -norm.ppf([0.9677083 - 0.4677083 * i / 7 for i in range(7)])
    expected = sorted([*positive, 0, *negative])
    torch.testing.assert_close(snippet.NF4.double(), torch.tensor(expected) / max(expected), atol=5e-6, rtol=0)


def test_bfloat16_rounds_and_comes_back(snippet):
    W = torch.tensor([1.001, 3.3, -0.07])
    assert snippet.bfloat16(W).dtype == torch.float32
    assert torch.equal(snippet.bfloat16(W), W.to(torch.bfloat16).to(torch.float32))


def test_errors_are_distances_in_units_of_the_update(snippet):
    torch.manual_seed(2)
    W, delta = torch.randn(16, 64), 0.2 * torch.randn(16, 64)
    trained = brute(snippet, W, 64) + delta
    expected = [
        (candidate.double() - trained.double()).pow(2).sum().sqrt() / delta.double().pow(2).sum().sqrt()
        for candidate in (trained.bfloat16(), brute(snippet, trained, 64), (W + delta).bfloat16())
    ]
    assert snippet.merges(W, delta) == pytest.approx([e.item() for e in expected], rel=1e-4)


def test_a_small_update_is_lost_in_four_bits(snippet):
    torch.manual_seed(3)
    W = torch.randn(64, 64)
    kept, again, original = snippet.merges(W, 1e-3 * torch.randn(64, 64))
    assert again >= 0.99 and original > 50 and kept > 1  # at a thousandth even bfloat16 loses it
    big = snippet.merges(W, 10 * torch.randn(64, 64))
    assert big[0] < big[1] < 0.15  # a large one is only re-quantised


def test_demonstration(snippet):
    torch.manual_seed(0)
    W = torch.randn(512, 512)
    update = torch.randn(512, 8) @ torch.randn(8, 512)
    torch.testing.assert_close(snippet.W, W)
    torch.testing.assert_close(snippet.update, update)
    again = [snippet.merges(W, ratio * update / update.std())[1] for ratio in (0.01, 0.1, 0.3)]
    assert again[0] > 1 > again[1] > again[2] > 0.3
    # the original weights are away from the 4-bit base by its quantisation error
    error = (snippet.nf4(W) - W).norm() / W.norm()
    assert snippet.merges(W, 0.01 * update / update.std())[2] == pytest.approx(error.item() / 0.01, rel=0.02)
