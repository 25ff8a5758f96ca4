import numpy as np
import pytest
import torch


def test_one_swap_by_hand(snippet):
    W = torch.tensor([1.0, 256.0]).bfloat16()  # steps of 2⁻⁷ above 1, of 2⁻⁸ below, of 2 at 256
    # 1 + 0.005 rounds up to 1 + 2⁻⁷; minus 0.005 it is 1.0028, which rounds to 1; 256 + 3 rounds to 260, back to 257, to 256
    swapped = snippet.swap_in_place(W, [torch.tensor([0.005, 3.0])])
    assert swapped.dtype == torch.bfloat16
    assert swapped.tolist() == [1.0, 256.0]
    # 0.004 + 100 rounds to 100, minus 100 it is 0: a small weight beside a large update is lost
    lost = snippet.swap_in_place(torch.tensor([0.004]).bfloat16(), [torch.tensor([100.0])])
    assert lost.item() == 0


def test_merge_then_unmerge_for_each_delta(snippet):
    torch.manual_seed(1)
    W = torch.randn(50).bfloat16()
    deltas = [torch.randn(50) * 0.3 for _ in range(3)]
    expected = W
    for delta in deltas:
        merged = (expected.double() + delta.double()).float().bfloat16()
        expected = (merged.double() - delta.double()).float().bfloat16()
    assert torch.equal(snippet.swap_in_place(W, deltas), expected)
    assert torch.equal(snippet.swap_in_place(W, []), W)
    only_merged = (W.float() + deltas[0]).bfloat16()
    assert not torch.allclose(snippet.swap_in_place(W, deltas[:1]), only_merged, atol=0.1)


def test_drift_is_a_relative_norm(snippet):
    base = torch.tensor([3.0, 4.0]).bfloat16()
    moved = torch.tensor([3.0, 5.0]).bfloat16()
    assert snippet.drift(moved, base) == pytest.approx(1 / 5)
    assert snippet.drift(base, base) == 0


def test_drift_grows_like_a_random_walk(snippet):
    one, ten, hundred = (
        snippet.drift(snippet.swap_in_place(snippet.base, snippet.deltas[:n]), snippet.base) for n in (1, 10, 100)
    )
    assert ten / one == pytest.approx(np.sqrt(10), rel=0.1)
    assert hundred / ten == pytest.approx(np.sqrt(10), rel=0.1)


def test_updates_have_the_stated_size(snippet):
    ratios = [(delta.std() / snippet.base.float().std()).item() for delta in snippet.deltas]
    np.testing.assert_allclose(ratios, 0.05, rtol=1e-5)
    assert len(ratios) == 100 and all(torch.linalg.matrix_rank(delta) == 8 for delta in snippet.deltas[:3])
    assert snippet.base.float().std().item() == pytest.approx(512**-0.5, rel=0.01)
    assert torch.equal(snippet.in_float32, snippet.base) and snippet.base.shape == (512, 512)
