"""Shows Dice and Tversky losses, and that the best answer to doubt is then 0 or 1."""

import matplotlib.pyplot as plt
import numpy as np


def tversky_loss(p, y, false_positive=0.5, false_negative=0.5, smooth=0.0):
    hit = np.sum(p * y)
    miss, excess = np.sum((1 - p) * y), np.sum(p * (1 - y))
    total = hit + false_negative * miss + false_positive * excess
    return 1 - (hit + smooth) / (total + smooth)  # halves: the Dice loss


def expected_loss(q, chance, certain, doubtful):
    """Of `certain` pixels at 1 and `doubtful` ones at q, which are all 1 or all 0."""
    p = np.repeat([1.0, q], [certain, doubtful])
    present, absent = (np.repeat([1.0, y], [certain, doubtful]) for y in (1.0, 0.0))
    return chance * tversky_loss(p, present) + (1 - chance) * tversky_loss(p, absent)


mask = np.array([1, 1, 1, 1, 0, 0, 0, 0, 0, 0])
guess = np.array([1, 1, 1, 0, 1, 0, 0, 0, 0, 0])
print(f"Dice loss of 3 hits, 1 miss, 1 false alarm: {tversky_loss(guess, mask):.3f}")
print(f"Tversky (0.3, 0.7) of everything marked: {tversky_loss(1, mask, 0.3, 0.7):.3f}")

q = np.linspace(0, 1, 101)
for chance in (0.3, 0.45, 0.55, 0.7):
    loss = np.array([expected_loss(v, chance, 20, 30) for v in q])
    print(f"doubtful region present with chance {chance}: best q = {q[loss.argmin()]}")
    plt.plot(q, loss, label=f"chance {chance}")

print("an image without foreground, 100 pixels at probability p")
for p in (0.1, 0.01, 0.001):
    image = np.full(100, p)
    print(f"p = {p:5}: loss with smooth = 1 is {tversky_loss(image, 0, smooth=1):.3f}")

plt.xlabel("prediction q for the doubtful pixels")
plt.ylabel("expected Dice loss")
plt.legend()
plt.show()
