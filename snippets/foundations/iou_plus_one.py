"""Shows what "+ 1 for the last pixel" does to boxes that are not whole pixels."""


def iou(a, b, extra=0):  # x1, y1, x2, y2
    width = max(0, min(a[2], b[2]) - max(a[0], b[0]) + extra)
    height = max(0, min(a[3], b[3]) - max(a[1], b[1]) + extra)
    areas = [(box[2] - box[0] + extra) * (box[3] - box[1] + extra) for box in (a, b)]
    return width * height / (sum(areas) - width * height)


pairs = {
    "pixels, half covered": ((0, 0, 100, 100), (0, 0, 100, 50)),
    "the same, scaled to 1": ((0, 0, 1, 1), (0, 0, 1, 0.5)),
    "apart, scaled to 1": ((0, 0, 0.4, 0.4), (0.6, 0.6, 1, 1)),
}
for name, (a, b) in pairs.items():
    print(f"{name:22} {iou(a, b):.3f}, with + 1: {iou(a, b, extra=1):.3f}")
