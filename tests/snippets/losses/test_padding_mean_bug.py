import numpy as np
import pytest
import torch

SEQUENCES = [[1.0, 3.0], [7.0], [2.0, 2.0, 4.0, 9.0]]


def test_padding_fills_up_on_the_right(snippet):
    losses, mask = snippet.pad(SEQUENCES, 5)
    assert losses.shape == mask.shape == (3, 5)
    for row, kept, sequence in zip(losses, mask, SEQUENCES, strict=True):
        assert list(row[kept]) == sequence and list(kept) == [i < len(sequence) for i in range(5)]
        assert np.all(row[~kept] == 0.01)


@pytest.mark.parametrize("width", [4, 9, 100])
def test_the_four_averages_by_hand(snippet, width):
    averages = snippet.averages(*snippet.pad(SEQUENCES, width))
    padding = 3 * width - 7
    assert averages["masked mean"] == pytest.approx(28 / 7)
    assert averages["masked sum, all positions"] == pytest.approx(28 / (3 * width))
    assert averages["padding counted as targets"] == pytest.approx((28 + 0.01 * padding) / (3 * width))
    assert averages["mean of sequence means"] == pytest.approx((2 + 7 + 17 / 4) / 3)


def test_the_masked_mean_is_what_ignore_index_computes(snippet):
    torch.manual_seed(1)
    logits, target = torch.randn(2, 6, 5), torch.randint(5, (2, 6))
    target[0, 4:] = target[1, 1:] = -100
    each = torch.nn.functional.cross_entropy(logits.transpose(1, 2), target, reduction="none")
    expected = torch.nn.functional.cross_entropy(logits.transpose(1, 2), target)
    assert snippet.masked_mean(each.numpy(), (target != -100).numpy()) == pytest.approx(expected.item())


def test_nothing_to_average_gives_zero_and_padding_may_hold_anything(snippet):
    losses = np.array([[1.0, np.nan], [np.inf, np.nan]])
    mask = np.array([[True, False], [False, False]])
    assert snippet.masked_mean(losses, mask) == 1
    assert snippet.masked_mean(losses, mask & False) == 0
