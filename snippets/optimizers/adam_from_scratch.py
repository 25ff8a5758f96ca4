"""Shows Adam and AdamW, step by step as torch.optim makes them."""

import numpy as np


def adam_step(theta, g, m, v, t, lr, betas, eps, weight_decay, decoupled):
    # t counts from 1; m and v start at 0; all arrays have the shape of theta
    if decoupled:
        theta = theta * (1 - lr * weight_decay)  # AdamW: beside the gradient
    else:
        g = g + weight_decay * theta  # Adam: L2, inside the gradient
    m = betas[0] * m + (1 - betas[0]) * g
    v = betas[1] * v + (1 - betas[1]) * g * g
    m_hat = m / (1 - betas[0] ** t)
    v_hat = v / (1 - betas[1] ** t)
    return theta - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


def minimise(
    gradient,
    theta,
    steps,
    lr=0.1,
    betas=(0.9, 0.999),
    eps=1e-8,
    decay=0.0,
    decoupled=True,
):
    m = v = np.zeros_like(theta)
    for t in range(1, steps + 1):
        g = gradient(theta)
        theta, m, v = adam_step(theta, g, m, v, t, lr, betas, eps, decay, decoupled)
    return theta


curvature = np.array([1.0, 10_000.0])
start = np.array([1.0, 1.0])
for name, factor, options in [
    ("Adam", 1, {}),
    ("Adam", 1000, {}),
    ("AdamW, decay 0.5", 1, {"decay": 0.5}),
    ("AdamW, decay 0.5", 1000, {"decay": 0.5}),
    ("Adam with L2 0.5", 1, {"decay": 0.5, "decoupled": False}),
    ("sign descent: betas 0, 0", 1, {"betas": (0.0, 0.0)}),
]:
    theta = minimise(lambda x, k=factor: k * curvature * x, start, steps=5, **options)
    print(f"{name:24s} loss × {factor:4d}: weights {theta[0]:.3f} {theta[1]:.3f}")
