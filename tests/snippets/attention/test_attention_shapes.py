import numpy as np
import pytest
import torch
from torch.nn.functional import scaled_dot_product_attention


def test_the_arrays_are_those_of_attention(snippet):
    expected = scaled_dot_product_attention(*(torch.tensor(x)[None] for x in (snippet.Q, snippet.K, snippet.V)))[0]
    np.testing.assert_allclose(snippet.O, expected)
    np.testing.assert_allclose(snippet.A, torch.tensor(snippet.S / 3**0.5).softmax(-1))
    np.testing.assert_allclose(snippet.S, snippet.Q @ snippet.K.T)
    assert len({*snippet.Q.shape, *snippet.V.shape}) == 4  # so no two letters look alike


def test_boxes_are_to_scale_and_products_fit(snippet):
    ax = snippet.figures[0].axes[0]
    boxes = ax.patches
    assert [(box.get_width(), -box.get_height()) for box in boxes] == [
        m.shape[::-1] for m in (snippet.Q, snippet.K.T, snippet.S, snippet.A, snippet.V, snippet.O)
    ]
    for left, right, result in (boxes[:3], boxes[3:]):
        assert left.get_y() == right.get_y() == result.get_y()  # one product stands in one row
        assert left.get_width() == -right.get_height()  # the inner sizes agree
        assert (result.get_width(), result.get_height()) == (right.get_width(), left.get_height())
    assert [box.get_linewidth() for box in boxes] == [3] * 6 and not any(box.get_fill() for box in boxes)
    assert ax.get_aspect() == 1 and not ax.axison
    assert list(snippet.figures[0].get_size_inches()) == [6, 6]


def test_names_stand_in_their_boxes_and_sizes_below(snippet):
    ax = snippet.figures[0].axes[0]
    texts = {(t.get_text(), t.get_position()[0]): t for t in ax.texts}
    labels = ["Q", "n × d_k", "Kᵀ", "d_k × m", "S", "n × m", "A", "n × m", "V", "m × d_v", "O", "n × d_v"]
    assert [t.get_text() for t in ax.texts[:12]] == labels
    for box, name, size in zip(ax.patches, ax.texts[:12:2], ax.texts[1:12:2], strict=True):
        x, y, w, h = box.get_x(), box.get_y(), box.get_width(), box.get_height()
        assert name.get_position() == (x + w / 2, y + h / 2)
        assert size.get_position() == (x + w / 2, pytest.approx(y + h - 0.4))
        assert name.get_fontsize() == 17 and size.get_fontsize() == 15
    signs = [t for t in texts.values() if t.get_text() in "·="]
    assert len(signs) == 4 and {t.get_fontsize() for t in signs} == {20}
    for sign, left, right in zip(signs, (0, 1, 3, 4), (1, 2, 4, 5), strict=True):
        one, other = ax.patches[left], ax.patches[right]
        assert sign.get_position()[0] == (one.get_x() + one.get_width() + other.get_x()) / 2
        assert sign.get_position()[1] == one.get_y() - 2 or sign.get_position()[1] == other.get_y() - 2
    line = ax.texts[-1]
    assert "softmax" in line.get_text() and line.get_position() == (0, 7.3) and line.get_fontsize() == 15
    assert ax.get_xlim() == (-0.5, 21.5) and ax.get_ylim() == (-2, 15.5)


def test_nothing_overlaps(snippet):
    figure = snippet.figures[0]
    figure.draw_without_rendering()
    renderer = figure.canvas.get_renderer()
    extents = [t.get_window_extent(renderer) for t in figure.axes[0].texts]
    assert not any(a.overlaps(b) for i, a in enumerate(extents) for b in extents[:i])
    whole = figure.bbox
    assert all(whole.x0 <= e.x0 and e.x1 <= whole.x1 and whole.y0 <= e.y0 and e.y1 <= whole.y1 for e in extents)
