"""Shows how long a confidently wrong logit, label 1, needs to reach p = 1/2."""

from math import exp, sqrt


def cross_entropy_gradient(z):
    return -1 / (1 + exp(z))  # p - 1


def squared_error_gradient(z):
    p = 1 / (1 + exp(-z))
    return -2 * p * (1 - p) ** 2


def descent_steps(gradient, z, lr):
    steps = 0
    while z < 0:
        z -= lr * gradient(z)
        steps += 1
    return steps


def adam_steps(gradient, z, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m = v = steps = 0
    while z < 0:
        steps += 1
        g = gradient(z)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        z -= lr * m / (1 - beta1**steps) / (sqrt(v / (1 - beta2**steps)) + eps)
    return steps


def share_of_batch(gradient, wrong, others):
    return gradient(wrong) / sum(map(gradient, [wrong, *others]))


GRADIENTS = {"CE": cross_entropy_gradient, "SE": squared_error_gradient}
for start in (-2, -4, -8, -12):
    steps = {name: descent_steps(g, start, lr=1) for name, g in GRADIENTS.items()}
    print(f"gradient descent from z = {start}, steps: {steps}")
for start in (-8, -12):
    steps = {name: adam_steps(g, start, lr=0.1) for name, g in GRADIENTS.items()}
    print(f"Adam from z = {start}, steps: {steps}")
for name, g in GRADIENTS.items():
    share = share_of_batch(g, -8, others=[0] * 9)
    print(f"{name}: one logit at -8 beside nine at 0 gives {share:.2%} of the pull")
