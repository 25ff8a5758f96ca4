"""Shows the hinge loss, its relatives, and why it needs a penalty on the weights."""

import matplotlib.pyplot as plt
import numpy as np


def hinge(margin):  # margin: y f(x), with y = ±1
    return np.maximum(0, 1 - margin)


def hinge_subgradient(margin):  # at the kink any value from -1 to 0 will do
    return np.where(margin < 1, -1, 0)


def multiclass_hinge(scores, label):  # Crammer and Singer; scores: (K,)
    rivals = np.delete(scores, label)
    return hinge(scores[label] - rivals.max())


def distance_to_boundary(w, X, y):  # signed: negative on the wrong side
    return y * (X @ w) / np.linalg.norm(w)


print(" y f(x)   hinge   subgradient")
for margin in (-2.0, 0.0, 0.9, 1.1, 3.0):
    print(f"{margin:6.1f} {hinge(margin):8.1f} {hinge_subgradient(margin):9}")
scores = np.array([2, 1.5, -1])
print(f"multiclass, scores {scores}, label 0: {multiclass_hinge(scores, 0)}")

X = np.array([[0.5, 0.2], [1.0, 2.0], [-0.3, -0.6], [-2.0, 0.4]])
y = np.array([1, 1, -1, -1])
for scale in (1, 4):
    w = scale * np.array([1.0, 0.5])
    loss, distances = hinge(y * (X @ w)).mean(), distance_to_boundary(w, X, y)
    print(
        f"weights times {scale}: mean hinge {loss:.2f}, distances {distances.round(2)}"
    )

margin = np.linspace(-2, 3, 251)
plt.plot(margin, margin < 0, label="mistake (0 or 1)", drawstyle="steps")
plt.plot(margin, hinge(margin), label="hinge")
plt.plot(margin, hinge(margin) ** 2, label="squared hinge")
plt.plot(margin, np.logaddexp(0, -margin), label="logistic")
plt.ylim(-0.1, 4)
plt.xlabel("margin y f(x)")
plt.ylabel("loss")
plt.legend()
plt.show()
