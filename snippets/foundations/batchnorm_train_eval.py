"""Shows batch normalisation in training and in evaluation, and its running averages."""

import numpy as np


class BatchNorm:
    def __init__(self, features, momentum=0.1, eps=1e-5):
        self.gamma, self.beta = np.ones(features), np.zeros(features)
        self.running_mean, self.running_var = np.zeros(features), np.ones(features)
        self.momentum, self.eps = momentum, eps

    def train(self, x):  # (batch, features)
        n, mean, var = len(x), x.mean(axis=0), x.var(axis=0)  # var divides by n
        self.running_mean += self.momentum * (mean - self.running_mean)
        self.running_var += self.momentum * (var * n / (n - 1) - self.running_var)
        return self.gamma * (x - mean) / np.sqrt(var + self.eps) + self.beta

    def eval(self, x):
        scale = np.sqrt(self.running_var + self.eps)
        return self.gamma * (x - self.running_mean) / scale + self.beta


def evaluated(batches, mean, variance, momentum=0.1):
    """Mean and spread of the output in evaluation that the running averages imply."""
    start = (1 - momentum) ** batches  # weight of the start: mean 0, variance 1
    spread = np.sqrt(start + (1 - start) * variance)
    return start * mean / spread, np.sqrt(variance) / spread


rng = np.random.default_rng(0)
layer = BatchNorm(1)
print("inputs have mean 10 and standard deviation 2")
for step in range(1, 101):
    trained = layer.train(rng.normal(10, 2, size=(64, 1)))
    if step in (1, 10, 100):
        fresh = layer.eval(rng.normal(10, 2, size=(1000, 1)))
        print(f"step {step:3d}: training output {abs(trained.mean()):4.1f} ± "
              f"{trained.std():.1f}, evaluation output {fresh.mean():4.1f} ± "
              f"{fresh.std():.1f}")  # fmt: skip

low, high = np.array([[12.0], [8.0]]), np.array([[12.0], [16.0]])
a, b = layer.train(low)[0, 0], layer.train(high)[0, 0]
print(f"the input 12 in two batches, training: {a:.2f} and {b:.2f}")
layer = BatchNorm(1, momentum=1.0)
layer.train(low)
print(f"variance of 12 and 8: used {low.var():.0f}, stored {layer.running_var[0]:.0f}")
print(f"mean within a tenth after {np.ceil(np.log(0.1) / np.log(0.9)):.0f} batches")
shift, spread = evaluated(10, mean=10, variance=4)
print(f"expected in evaluation after 10 batches: {shift:.2f} ± {spread:.2f}")
