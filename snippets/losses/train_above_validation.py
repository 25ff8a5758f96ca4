"""Shows a training loss above the validation loss, and what the gap consists of."""

import numpy as np
from scipy.special import log_softmax, softmax

CLASSES, FEATURES = 10, 40
rng = np.random.default_rng(0)
centres = 0.6 * rng.standard_normal((CLASSES, FEATURES))


def sample(n):
    y = rng.integers(CLASSES, size=n)
    return centres[y] + rng.standard_normal((n, FEATURES)), np.eye(CLASSES)[y]


def smooth(y, eps=0.1):  # label smoothing
    return (1 - eps) * y + eps / y.shape[1]


def drop(x, rate=0.5):  # inverted dropout: the mean stays
    return x * (rng.random(x.shape) >= rate) / (1 - rate)


def cross_entropy(x, y, w):
    return -np.mean(np.sum(y * log_softmax(x @ w, axis=1), axis=1))


def epoch(w, x, y, rate=0.1, batch=20):
    """One pass of SGD; the mean of the losses that a progress bar shows on the way."""
    seen = []
    for at in range(0, len(x), batch):
        noisy, target = drop(x[at : at + batch]), smooth(y[at : at + batch])
        seen.append(cross_entropy(noisy, target, w))
        w -= rate * noisy.T @ (softmax(noisy @ w, axis=1) - target) / batch
    return np.mean(seen)


(x, y), (new_x, new_y) = sample(2000), sample(2000)
w = np.zeros((FEATURES, CLASSES))
print(f"training, mean over the first epoch  {epoch(w, x, y):.2f}")
print(
    f"the same after the epoch             {cross_entropy(drop(x), smooth(y), w):.2f}"
)
print(f"without dropout                      {cross_entropy(x, smooth(y), w):.2f}")
print(f"without label smoothing              {cross_entropy(x, y, w):.2f}")
print(f"validation                           {cross_entropy(new_x, new_y, w):.2f}")
