"""Shows LAMB: Adam's direction, rescaled so that each layer moves by the same share."""

import numpy as np


def adam_direction(gradient, m, v, t, betas=(0.9, 0.999), eps=1e-6):
    m = betas[0] * m + (1 - betas[0]) * gradient
    v = betas[1] * v + (1 - betas[1]) * gradient**2
    m_hat, v_hat = m / (1 - betas[0] ** t), v / (1 - betas[1] ** t)
    return m_hat / (np.sqrt(v_hat) + eps), m, v


def trust_ratio(weights, update):
    size, length = np.linalg.norm(weights), np.linalg.norm(update)
    return size / length if size and length else 1.0  # a zero layer must still move


def lamb_step(weights, m, v, gradient, t, lr, decay=0.01):
    direction, m, v = adam_direction(gradient, m, v, t)
    update = direction + decay * weights
    return weights - lr * trust_ratio(weights, update) * update, m, v


rng = np.random.default_rng(0)
print("weights' scale   relative change, Adam       LAMB")
for scale in (1, 0.1, 0.01):
    weights, gradient = scale * rng.normal(size=1000), rng.normal(size=1000)
    size = np.linalg.norm(weights)
    adam = 0.01 * np.linalg.norm(adam_direction(gradient, 0, 0, 1)[0]) / size
    moved = lamb_step(weights, 0, 0, gradient, 1, 0.01)[0]
    print(f"{scale:14} {adam:23.2f} {np.linalg.norm(moved - weights) / size:10.2f}")
