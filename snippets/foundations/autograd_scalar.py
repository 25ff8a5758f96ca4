"""Shows reverse-mode differentiation of scalars, complete."""

import math


class Value:
    def __init__(self, data, parents=(), slopes=()):
        self.data, self.grad = data, 0.0
        self.parents, self.slopes = parents, slopes  # slopes: d self / d parent

    def __add__(self, other):
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):  # n is a number
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (float(self.data > 0),))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,))

    def backward(self):
        order = topological(self)
        self.grad = 1.0
        for value in reversed(order):  # every use of a value before the value itself
            for parent, slope in zip(value.parents, value.slopes):
                parent.grad += value.grad * slope  # paths add up
        return len(order)


def topological(root):
    order, seen, stack = [], set(), [(root, False)]
    while stack:  # no recursion: graphs are deeper than Python's stack
        value, parents_done = stack.pop()
        if parents_done:
            order.append(value)
        elif value not in seen:
            seen.add(value)
            stack += [(value, True)] + [(parent, False) for parent in value.parents]
    return order


w, b, x, y = Value(0.5), Value(-1.0), Value(3.0), Value(1.0)
h = (w * x + b).tanh()
loss = (h + y * Value(-1.0)) ** 2  # one neuron, squared error
loss.backward()
outer = 2 * (h.data - 1.0) * (1 - h.data**2)
print(f"loss {loss.data:.4f}, dw {w.grad:.4f}, db {b.grad:.4f}")
print(f"by the chain rule, dw {outer * 3.0:.4f}, db {outer:.4f}")

start = doubled = Value(1.0)
for _ in range(30):
    doubled = doubled + doubled
visited = doubled.backward()
print(f"30 doublings: derivative {start.grad:.0f}, as many paths, {visited} visits")
