"""Shows reverse mode on arrays: a rule per operation, each from gradient to gradient."""

import numpy as np


class Array:
    def __init__(self, data, parents=(), pull=lambda g: ()):
        self.data, self.parents, self.pull = np.asarray(data, float), parents, pull
        self.grad = np.zeros_like(self.data)

    def __add__(self, other):
        return Array(self.data + other.data, (self, other), lambda g: (g, g))

    def __matmul__(self, other):  # (n, d) @ (d, k); the gradient g is (n, k)
        a, b = self.data, other.data
        return Array(a @ b, (self, other), lambda g: (g @ b.T, a.T @ g))

    def relu(self):
        positive = self.data > 0
        return Array(self.data * positive, (self,), lambda g: (g * positive,))

    def cross_entropy(self, labels):  # logits (n, classes)
        log_p = self.data - np.logaddexp.reduce(self.data, axis=1, keepdims=True)
        target = np.eye(self.data.shape[1])[labels] / len(labels)
        slope = np.exp(log_p) / len(labels) - target
        return Array(-(target * log_p).sum(), (self,), lambda g: (g * slope,))

    def backward(self):
        order = []

        def visit(array):
            if array not in order:
                for parent in array.parents:
                    visit(parent)
                order.append(array)

        visit(self)
        self.grad = np.ones_like(self.data)
        for array in reversed(order):
            for parent, grad in zip(array.parents, array.pull(array.grad)):
                parent.grad += sum_to(grad, parent.data.shape)


def sum_to(grad, shape):  # undo broadcasting: a value used often collects often
    grad = grad.sum(axis=tuple(range(grad.ndim - len(shape))))
    return grad.sum(axis=tuple(np.flatnonzero(np.array(shape) == 1)), keepdims=True)


rng = np.random.default_rng(0)
x, labels = rng.normal(size=(16, 5)), rng.integers(3, size=16)
w1, b1, w2 = (rng.normal(size=shape) for shape in ((5, 8), (8,), (8, 3)))


def loss(w1, b1, w2):
    return ((Array(x) @ w1 + b1).relu() @ w2).cross_entropy(labels)


weights = [Array(w) for w in (w1, b1, w2)]
loss(*weights).backward()
print("shapes of the gradients:", *(w.grad.shape for w in weights))

directions = [rng.normal(size=w.data.shape) for w in weights]
slope = sum(np.sum(w.grad * d) for w, d in zip(weights, directions))
up, down = (
    loss(*(Array(w.data + step * d) for w, d in zip(weights, directions))).data
    for step in (1e-5, -1e-5)
)
print(f"slope along a random direction {slope:.4f}")
print(f"by differences                 {(up - down) / 2e-5:.4f}")
