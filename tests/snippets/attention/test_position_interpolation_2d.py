import pytest
import torch
from transformers import ViTConfig
from transformers.models.vit.modeling_vit import ViTEmbeddings


@pytest.mark.parametrize(("old", "new"), [(4, 7), (6, 3), (5, 5)])
def test_grid_is_that_of_transformers(snippet, old, new):
    layer = ViTEmbeddings(ViTConfig(hidden_size=6, image_size=old * 2, patch_size=2))
    positions = torch.randn(1 + old * old, 6, generator=torch.Generator().manual_seed(0))
    layer.position_embeddings.data = positions[None]
    expected = layer.interpolate_pos_encoding(torch.zeros(1, 1 + new * new, 6), new * 2, new * 2)
    torch.testing.assert_close(snippet.resize_grid(positions, new), expected[0], atol=1e-5, rtol=1e-5)


def test_list_is_linear_interpolation_along_the_row_major_order(snippet):
    positions = torch.cat([torch.tensor([[9.0, 9.0]]), torch.arange(32.0).reshape(16, 2)])
    resized = snippet.resize_list(positions, 8)
    assert resized.shape == (65, 2)
    torch.testing.assert_close(resized[0], positions[0])
    inner = (torch.arange(64) + 0.5) / 4 - 0.5  # where the new entries lie in the old list
    expected = positions[1] + inner.clamp(0, 15)[:, None] * 2
    torch.testing.assert_close(resized[1:], expected)


def test_a_linear_ramp_is_continued_inside(snippet):
    side, new = 8, 16
    centres = (torch.arange(side) + 0.5) / side
    ramp = torch.stack(torch.meshgrid(centres, centres, indexing="ij"), dim=-1).reshape(-1, 2)
    resized = snippet.resize_grid(torch.cat([torch.zeros(1, 2), ramp]), new)[1:].reshape(new, new, 2)
    fine = (torch.arange(new) + 0.5) / new
    expected = torch.stack(torch.meshgrid(fine, fine, indexing="ij"), dim=-1)
    inner = slice(4, -4)  # away from the border, where bicubic weights are cut off
    torch.testing.assert_close(
        resized[inner, inner], expected[inner, inner], atol=0.006, rtol=0
    )  # a tenth of a step: a = -0.75


def test_waves_run_over_the_image_from_centre_to_centre(snippet):
    positions = snippet.smooth_positions(5, 8)
    assert positions.shape == (26, 8)
    assert not positions[0].any()
    for row, column, channel in ((0, 3, 1), (4, 2, 6), (2, 2, 7), (3, 0, 3)):
        place = (row if channel < 4 else column) + 0.5
        expected = torch.cos(torch.tensor(torch.pi * (channel % 4 + 1) * place / 5))
        torch.testing.assert_close(positions[1 + 5 * row + column, channel], expected)


def test_the_page_a_list_scrambles_the_columns(snippet):
    def error(resized):
        return (resized - snippet.wanted).norm() / snippet.wanted.norm()

    assert error(snippet.resize_grid(snippet.trained, 24)) < 0.03
    assert error(snippet.resize_list(snippet.trained, 24)) > 0.5
    columns = snippet.wanted[:, 8:]
    assert (snippet.resize_list(snippet.trained, 24)[:, 8:] - columns).norm() / columns.norm() > 1
    assert snippet.trained.shape == (14**2 + 1, 16)
    assert snippet.wanted.shape == (24**2 + 1, 16)
    assert snippet.change < 1e-5
