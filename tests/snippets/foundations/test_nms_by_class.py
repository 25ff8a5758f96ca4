import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

CORNER = st.tuples(st.integers(-6, 4), st.integers(-6, 4), st.integers(1, 5), st.integers(1, 5))
BOXES = st.lists(CORNER.map(lambda c: [c[0], c[1], c[0] + c[2], c[1] + c[3]]), min_size=1, max_size=7).map(
    lambda b: np.array(b, float)
)


def cells(box):
    x1, y1, x2, y2 = map(int, box)
    return {(x, y) for x in range(x1, x2) for y in range(y1, y2)}


@given(BOXES)
def test_overlap_by_counting_cells(snippet, boxes):
    expected = [len(cells(boxes[0]) & cells(b)) / len(cells(boxes[0]) | cells(b)) for b in boxes]
    np.testing.assert_allclose(snippet.overlap_share(boxes[0], boxes), expected)


@given(BOXES, st.data(), st.sampled_from([0.0, 0.3, 0.6]))
def test_one_call_is_a_call_for_each_class(snippet, boxes, data, threshold):
    n = len(boxes)
    scores = np.array(data.draw(st.permutations(range(n))), float)
    classes = np.array(data.draw(st.lists(st.integers(0, 2), min_size=n, max_size=n)))
    expected = []
    for i in np.argsort(-scores):
        rivals = [j for j in expected if classes[j] == classes[i]]
        if all(snippet.overlap_share(boxes[i], boxes[[j]])[0] <= threshold for j in rivals):
            expected.append(int(i))
    assert snippet.nms_by_class(boxes, scores, classes, threshold) == expected
    assert snippet.nms(boxes, scores, threshold) == snippet.nms_by_class(boxes, scores, classes * 0, threshold)


def test_equal_boxes_of_neighbouring_classes_do_not_even_touch(snippet):
    for low in (-5.0, 0.0, 3.0):
        boxes = np.tile([low, low, low + 2, low + 2], (3, 1))
        assert snippet.nms_by_class(boxes, np.array([3, 2, 1]), np.arange(3), 0.0) == [0, 1, 2]


def test_equal_scores_keep_the_order_of_the_boxes(snippet):
    boxes = np.array([[0.0, 0, 2, 2]] * 3 + [[5, 5, 6, 6]] * 17)
    assert snippet.nms(boxes, np.ones(20), 0.5) == [0, 3]


def test_the_maximum_alone_makes_classes_collide(snippet):
    right = snippet.nms_by_class(snippet.boxes, snippet.scores, snippet.classes, 0.5)
    assert right == [0, 2, 3, 4]
    assert 3 not in snippet.nms(snippet.shifted, snippet.scores, 0.5)
    assert snippet.overlap_share(snippet.shifted[3], snippet.boxes[[2]])[0] == pytest.approx(1)
