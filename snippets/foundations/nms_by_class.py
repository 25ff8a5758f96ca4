"""Shows suppression within each class by one call: shift the classes apart."""

import numpy as np


def overlap_share(box, others):  # (4,), (n, 4) -> (n,)
    sides = np.minimum(box[2:], others[:, 2:]) - np.maximum(box[:2], others[:, :2])
    shared = np.prod(np.maximum(sides, 0), axis=1)
    areas = np.prod(others[:, 2:] - others[:, :2], axis=1)
    return shared / (np.prod(box[2:] - box[:2]) + areas - shared)


def nms(boxes, scores, threshold):
    order, keep = np.argsort(-scores, kind="stable"), []
    while len(order):
        best, rest = order[0], order[1:]
        keep.append(int(best))
        order = rest[overlap_share(boxes[best], boxes[rest]) <= threshold]
    return keep


def nms_by_class(boxes, scores, classes, threshold):
    extent = boxes.max() - boxes.min() + 1  # not the maximum: there are negative ones
    return nms(boxes + classes[:, None] * extent, scores, threshold)


boxes = np.array(
    [
        [-9.0, -9, -5, -5],
        [-8, -9, -4, -5],
        [-5, -5, -1, -1],
        [-9, -9, -5, -5],
        [0, 0, 4, 4],
    ]
)
scores = np.arange(len(boxes), 0, -1)  # the first is the best
classes = np.array([0, 0, 0, 1, 1])
print("all together:", nms(boxes, scores, 0.5))
print("by class:    ", nms_by_class(boxes, scores, classes, 0.5))
shifted = boxes + classes[:, None] * boxes.max()
print("shifted by the maximum alone:", nms(shifted, scores, 0.5))
