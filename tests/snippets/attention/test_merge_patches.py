import numpy as np
import pytest
import torch


@pytest.mark.parametrize(("rows", "columns", "m"), [(4, 6, 2), (3, 9, 3), (2, 2, 1)])
def test_merging_is_pixel_unshuffle_with_the_channels_last(snippet, rows, columns, m):
    tokens = np.random.default_rng(0).normal(size=(rows * columns, 5))
    merged = snippet.merge_patches(tokens, rows, columns, m)
    grid = torch.tensor(tokens).T.reshape(1, 5, rows, columns)
    expected = torch.nn.functional.pixel_unshuffle(grid, m)  # channel c, place k: c * m² + k
    expected = expected.reshape(5, m * m, -1).permute(2, 1, 0).reshape(-1, m * m * 5)
    np.testing.assert_array_equal(merged, expected)


def test_nothing_is_lost(snippet):
    tokens = np.arange(48).reshape(24, 2)
    assert sorted(snippet.merge_patches(tokens, 4, 6, 2).ravel()) == list(range(48))


def test_the_page_counts(snippet):
    rows = [[int(cell) for cell in line.split()] for line in snippet.printed.splitlines()[2:]]
    assert rows == [[side, 14, (side // 14) ** 2, (side // 28) ** 2] for side in (336, 1344)]
