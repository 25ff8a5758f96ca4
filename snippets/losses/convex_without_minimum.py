"""Shows that convex cross-entropy attains no minimum on separable data."""

from math import exp, log1p

CHECKPOINTS = [10**k for k in range(2, 6)]


def weights(decay=0.0, lr=1.0):
    """Gradient descent on log(1 + exp(-w)) + ½ decay w²; two points, x = y = ±1."""
    w, path = 0.0, {}
    for step in range(1, CHECKPOINTS[-1] + 1):
        w += lr * (1 / (1 + exp(w)) - decay * w)
        if step in CHECKPOINTS:
            path[step] = w
    return path


free, decayed = weights(), weights(decay=0.01)
for step in CHECKPOINTS:
    loss = log1p(exp(-free[step]))
    kept = decayed[step]
    print(f"step {step:6d}: w {free[step]:5.2f}, loss {loss:.6f}; decay: w {kept:.2f}")
