import pytest
import torch
from torch import nn


@pytest.mark.parametrize("shift", [0, 4, 8, 12])
def test_whole_patches_only_move(snippet, shift):
    torch.manual_seed(1)
    layer, images = nn.Conv2d(2, 6, 4, stride=4), torch.randn(1, 2, 8, 16)
    moved = layer(images.roll(shift, dims=3))
    torch.testing.assert_close(moved, layer(images).roll(shift // 4, dims=3))
    assert snippet.distance_to_old(layer, images, shift) < 1e-5


@pytest.mark.parametrize("shift", [1, 2, 3, 5])
def test_the_distance_is_that_of_the_nearest_old_token(snippet, shift):
    torch.manual_seed(2)
    layer, images = nn.Conv2d(2, 6, 4, stride=4), torch.randn(1, 2, 8, 16)
    rolled = torch.cat([images[..., -shift:], images[..., :-shift]], dim=3)
    old = [layer(images)[0, :, y, x] for y in range(2) for x in range(4)]
    new = [layer(rolled)[0, :, y, x] for y in range(2) for x in range(4)]
    nearest = [min((a - b).norm().item() for b in old) for a in new]
    assert snippet.distance_to_old(layer, images, shift).item() == pytest.approx(sum(nearest) / 8, rel=1e-5)
    assert min(nearest) > 0.05


def test_the_page_patches_and_a_convolution(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[2:6]]
    assert [row[0] for row in rows] == ["0", "1", "8", "16"]
    assert [row[2] for row in rows] == ["0.00"] * 4
    patches = [float(row[1]) for row in rows]
    assert patches[0] == patches[3] == 0
    assert min(patches[1:3]) > 1
    assert snippet.patch.weight.shape == (32, 3, 16, 16)
    assert snippet.conv.weight.shape == (32, 3, 3, 3)
    assert snippet.conv(snippet.images).shape == (1, 32, 48, 48)


def test_the_page_without_positions_order_is_invisible(snippet):
    block, tokens, position = snippet.block, snippet.tokens, snippet.position
    torch.manual_seed(4)
    for _ in range(5):
        order = torch.randperm(9)
        pooled = block(tokens[:, order]).mean(dim=1)
        torch.testing.assert_close(pooled, block(tokens).mean(dim=1), atol=1e-5, rtol=1e-4)
    difference = block(tokens[:, snippet.order] + position) - block(tokens + position)
    assert difference.mean(dim=1).abs().max() > 1e-2
    without, with_positions = (line.split()[-1] for line in snippet.printed.splitlines()[6:])
    assert without == "0.00"
    assert float(with_positions) == pytest.approx(difference.mean(dim=1).abs().max().item(), abs=0.006)
    assert not torch.equal(snippet.order, torch.arange(9))
    assert block.self_attn.num_heads == 4
