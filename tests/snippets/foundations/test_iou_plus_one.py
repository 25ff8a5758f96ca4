import pytest
from hypothesis import given
from hypothesis import strategies as st

BOX = st.tuples(*[st.integers(0, 6)] * 4).map(
    lambda b: (min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]) + 1, max(b[1], b[3]) + 1)
)


def cells(box, extra):
    return {(x, y) for x in range(box[0], box[2] + extra) for y in range(box[1], box[3] + extra)}


@given(BOX, BOX, st.sampled_from([0, 1]))
def test_by_counting_cells(snippet, a, b, extra):
    # with + 1 the corners are the last pixels inside, which is right for such boxes
    shared, union = cells(a, extra) & cells(b, extra), cells(a, extra) | cells(b, extra)
    assert snippet.iou(a, b, extra) == pytest.approx(len(shared) / len(union))
    assert snippet.iou(a, b) == snippet.iou(a, b, 0)


def test_boxes_of_size_one_are_distorted(snippet):
    a, b = snippet.pairs["the same, scaled to 1"]
    assert snippet.iou(a, b, 1) > snippet.iou(a, b) == 0.5
    apart = snippet.pairs["apart, scaled to 1"]
    assert snippet.iou(*apart) == 0 < snippet.iou(*apart, 1)
    large = snippet.pairs["pixels, half covered"]
    assert abs(snippet.iou(*large, 1) - snippet.iou(*large)) < 0.01
