"""Shows reverse mode on arrays: per operation a rule from gradient to gradient."""

import numpy as np


class Array:
    def __init__(self, data, parents=(), pull=lambda g: ()):
        self.data, self.parents, self.pull = np.asarray(data, float), parents, pull
        self.grad = np.zeros_like(self.data)
        self.depth = 1 + max((parent.depth for parent in parents), default=0)

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
        self.grad, waiting = np.ones_like(self.data), [self]
        while waiting:
            array = max(waiting, key=lambda a: a.depth)  # its uses have been handled
            waiting = [a for a in waiting if a is not array]
            for parent, grad in zip(array.parents, array.pull(array.grad)):
                parent.grad += sum_to(grad, parent.data.shape)
                waiting.append(parent)


def sum_to(grad, shape):  # undo broadcasting: a value used often collects often
    grad = grad.sum(axis=tuple(range(grad.ndim - len(shape))))
    return grad.sum(axis=tuple(np.flatnonzero(np.array(shape) == 1)), keepdims=True)


rng = np.random.default_rng(0)
x, labels = rng.normal(size=(16, 5)), rng.integers(3, size=16)
weights = [Array(rng.normal(size=shape)) for shape in ((5, 8), (8,), (8, 3))]


def loss(w1, b1, w2):
    return ((Array(x) @ w1 + b1).relu() @ w2).cross_entropy(labels)


loss(*weights).backward()
print("shapes of the gradients:", *(w.grad.shape for w in weights))
directions = [rng.normal(size=w.data.shape) for w in weights]
slope = sum(np.sum(w.grad * d) for w, d in zip(weights, directions))
up = loss(*[Array(w.data + 1e-5 * d) for w, d in zip(weights, directions)])
down = loss(*[Array(w.data - 1e-5 * d) for w, d in zip(weights, directions)])
print(f"slope along a random direction {slope:.4f}")
print(f"by differences                 {(up.data - down.data) / 2e-5:.4f}")
