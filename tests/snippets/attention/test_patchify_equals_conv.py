import pytest
import torch
from torch import nn
from torch.nn.functional import unfold


@pytest.mark.parametrize("shape", [(2, 3, 8, 12), (1, 1, 4, 4), (3, 5, 20, 4)])
def test_patches_are_those_of_unfold(snippet, shape):
    images = torch.randn(shape, generator=torch.Generator().manual_seed(1))
    torch.testing.assert_close(snippet.patchify(images, 4), unfold(images, 4, stride=4).transpose(1, 2))


def test_each_patch_is_a_crop_row_by_row(snippet):
    images = torch.arange(2 * 3 * 6 * 9).reshape(2, 3, 6, 9)
    crops = [images[:, :, y : y + 3, x : x + 3] for y in (0, 3) for x in (0, 3, 6)]
    first, last = snippet.patchify(images, 3), snippet.patchify_channels_last(images, 3)
    for i, crop in enumerate(crops):
        torch.testing.assert_close(first[:, i], crop.flatten(1))
        torch.testing.assert_close(last[:, i], crop.permute(0, 2, 3, 1).flatten(1))


def test_the_layer_equals_the_convolution_for_other_sizes(snippet):
    torch.manual_seed(2)
    conv = nn.Conv2d(2, 5, kernel_size=3, stride=3)
    images = torch.randn(2, 2, 6, 12)
    linear = nn.Linear(18, 5)
    linear.weight.data, linear.bias.data = conv.weight.data.flatten(1), conv.bias.data
    expected = conv(images).flatten(2).transpose(1, 2)
    torch.testing.assert_close(linear(snippet.patchify(images, 3)), expected)
    linear.weight.data = conv.weight.data.permute(0, 2, 3, 1).flatten(1)
    torch.testing.assert_close(linear(snippet.patchify_channels_last(images, 3)), expected)


def test_the_page_only_matching_orders_agree(snippet):
    assert snippet.expected.shape == (2, 4 * 6, 64)
    torch.testing.assert_close(snippet.tokens, snippet.expected, atol=1e-5, rtol=1e-4)
    wrong = snippet.patchify_channels_last(snippet.images, 8) @ snippet.conv.weight.flatten(1).T + snippet.conv.bias
    assert (wrong - snippet.expected).abs().max() > 0.5
    assert [line.split()[-1] for line in snippet.printed.splitlines()[1:]] == ["True", "False", "True"]
