"""Shows by arithmetic when fewer bits make a matrix product faster, and when not."""

import matplotlib.pyplot as plt
import numpy as np

BANDWIDTH = 3.35e12  # bytes a second; H100 SXM
PEAK = {16: 989e12, 8: 1979e12}  # dense operations a second, by bits of the operands
SIZE = 4096  # weight of SIZE x SIZE


def seconds(rows, weight_bits, operand_bits, restore=0.0):
    moved = SIZE**2 * weight_bits / 8
    moved += rows * SIZE * (operand_bits + 16) / 8  # input, and output in 16 bits
    operations = 2 * rows * SIZE**2
    work = operations / PEAK[operand_bits] * (1 + restore)
    return np.maximum(moved / BANDWIDTH, work)  # perfect overlap: a lower bound


def speed_up(rows, *layout):
    return seconds(rows, 16, 16) / seconds(rows, *layout)


layouts = {
    "weights 4 bits, product 16": (4.5, 16),
    "the same, restoring costs 20 %": (4.5, 16, 0.2),
    "weights and product 8 bits": (8, 8),
}
rows = np.array([1, 16, 64, 256, 1024, 8192])
print("rows (tokens) in the batch     " + "".join(f"{r:7d}" for r in rows))
for name, layout in layouts.items():
    print(f"{name:31s}" + "".join(f"{s:7.2f}" for s in speed_up(rows, *layout)))

rows = np.geomspace(1, 8192, 200)
for name, layout in layouts.items():
    plt.semilogx(rows, speed_up(rows, *layout), label=name)
plt.xlabel("rows (tokens) in the batch")
plt.ylabel("speed relative to 16 bits")
plt.legend()
plt.show()
