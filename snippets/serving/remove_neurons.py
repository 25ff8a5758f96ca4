"""Shows that removing hidden neurons gives smaller matrices, and masking does not."""

import numpy as np


def forward(x, w1, b1, w2, b2):  # w1: (in, hidden), w2: (hidden, out)
    return np.maximum(x @ w1 + b1, 0) @ w2 + b2


def keep(x, w1, b1, w2, count):  # the neurons whose output varies most
    hidden = np.maximum(x @ w1 + b1, 0)
    importance = hidden.std(axis=0) * np.linalg.norm(w2, axis=1)
    return np.sort(np.argsort(-importance)[:count])


def remove(x, w1, b1, w2, b2, kept):  # a removed neuron becomes its mean
    mean = np.maximum(x @ w1 + b1, 0).mean(axis=0)
    gone = np.setdiff1d(np.arange(len(b1)), kept)
    return w1[:, kept], b1[kept], w2[kept], b2 + mean[gone] @ w2[gone]


rng = np.random.default_rng(0)
x, calibration = rng.standard_normal((2, 500, 32))
w1 = rng.standard_normal((32, 256)) * np.geomspace(0.02, 0.3, 256)
b1, w2 = rng.normal(0, 0.3, 256), rng.standard_normal((256, 10)) / 16
model = w1, b1, w2, rng.standard_normal(10)
exact = forward(x, *model)
spread = np.linalg.norm(exact - exact.mean(axis=0))

kept = keep(calibration, w1, b1, w2, 128)
mask = np.isin(np.arange(256), kept)
masked = w1 * mask, b1 * mask, w2, model[3]
cut = w1[:, kept], b1[kept], w2[kept], model[3]
folded = remove(calibration, *model, kept)
same = np.allclose(forward(x, *masked), forward(x, *cut))
print(f"masked and cut networks agree: {same}")
print("half of the neurons     multiplications  error")
for name, weights in (
    ("none removed", model),
    ("masked with zeros", masked),
    ("cut", cut),
    ("cut, mean in the bias", folded),
):
    error = np.linalg.norm(forward(x, *weights) - exact) / spread
    print(f"{name:24s}{weights[0].size + weights[2].size:15d}{error:7.3f}")
