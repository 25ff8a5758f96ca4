import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

BOX = st.tuples(*[st.integers(-4, 6)] * 4).map(lambda b: [*map(min, b[:2], b[2:]), *map(max, b[:2], b[2:])])
BOXES = st.lists(BOX, min_size=1, max_size=7).map(lambda b: np.array(b, float))


def cells(box):
    x1, y1, x2, y2 = map(int, box)
    return {(x, y) for x in range(x1, x2) for y in range(y1, y2)}


@settings(max_examples=40)
@given(BOXES, BOXES)
def test_iou_by_counting_cells(snippet, a, b):
    shared = np.array([[len(cells(p) & cells(q)) for q in b] for p in a])
    union = np.array([[len(cells(p) | cells(q)) for q in b] for p in a])
    np.testing.assert_allclose(snippet.iou(a, b), shared / np.maximum(union, 1))


@given(BOXES, st.sampled_from([0.01, 0.17, 0.45, 0.83]))
def test_iou_keeps_under_shift_and_scale(snippet, boxes, factor):
    np.testing.assert_allclose(
        snippet.iou(boxes * factor + 3.7, boxes * factor + 3.7), snippet.iou(boxes, boxes), atol=1e-9
    )


@given(BOXES, st.data(), st.sampled_from([0.0, 0.2, 0.5, 1.0]))
def test_nms_is_the_plain_double_loop(snippet, boxes, data, threshold):
    scores = np.array(data.draw(st.lists(st.integers(0, 3), min_size=len(boxes), max_size=len(boxes))), float)
    kept = []
    for i in sorted(range(len(boxes)), key=lambda i: -scores[i]):
        if all(snippet.iou(boxes[[i]], boxes[[j]])[0, 0] <= threshold for j in kept):
            kept.append(i)
    assert snippet.nms(boxes, scores, threshold) == kept


def test_touching_boxes_do_not_overlap_and_no_boxes_keep_none(snippet):
    touching = np.array([[0.0, 0, 1, 1], [1, 0, 2, 1], [1, 1, 2, 2]])
    np.testing.assert_array_equal(snippet.iou(touching, touching), np.eye(3))
    assert snippet.nms(np.empty((0, 4)), np.empty(0), 0.5) == []


@pytest.mark.parametrize(("threshold", "kept"), [(0.3, [0, 3, 4]), (0.5, [0, 2, 3, 4]), (0.7, [0, 1, 2, 3, 4])])
def test_a_suppressed_box_suppresses_nothing(snippet, threshold, kept):
    assert snippet.nms(snippet.boxes, snippet.scores, threshold) == kept
    sizes = snippet.boxes[:, 2:] - snippet.boxes[:, :2]
    np.testing.assert_array_equal(sizes, [[4, 4], [4, 4], [4, 4], [1, 1], [0, 2]])  # the last one is empty
