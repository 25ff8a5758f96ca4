"""Shows intersection over union of all pairs of boxes, and greedy suppression."""

import numpy as np


def area(boxes):  # (n, 4) as x1, y1, x2, y2 -> (n,)
    return np.prod(boxes[:, 2:] - boxes[:, :2], axis=1)


def iou(a, b):  # (n, 4), (m, 4) -> (n, m)
    low = np.maximum(a[:, None, :2], b[:, :2])
    high = np.minimum(a[:, None, 2:], b[:, 2:])
    overlap = np.prod(np.maximum(high - low, 0), axis=-1)  # 0 if they are apart
    union = area(a)[:, None] + area(b) - overlap
    return np.divide(overlap, union, out=np.zeros_like(union), where=union > 0)


def nms(boxes, scores, threshold):
    """Indices of the boxes to keep, best first; of equal scores the earlier wins."""
    order, keep = np.argsort(-scores, kind="stable"), []
    while len(order):
        best, rest = order[0], order[1:]
        keep.append(int(best))
        order = rest[iou(boxes[[best]], boxes[rest])[0] <= threshold]
    return keep


boxes = np.array(
    [[0.0, 0, 4, 4], [1, 0, 5, 4], [2, 0, 6, 4], [9, 9, 10, 10], [7, 7, 7, 9]]
)
scores = np.arange(len(boxes), 0, -1)  # the first is the best
print(iou(boxes, boxes).round(3))
for threshold in (0.3, 0.5, 0.7):
    print(f"kept at threshold {threshold}: {nms(boxes, scores, threshold)}")
