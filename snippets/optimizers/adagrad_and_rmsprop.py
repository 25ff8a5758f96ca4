"""Shows that Adagrad's steps shrink for ever, RMSprop's do not."""

import numpy as np


def adagrad_steps(gradients, lr):  # gradients: (steps,)
    return lr * gradients / np.sqrt(np.cumsum(gradients**2))


def rmsprop_steps(gradients, lr, alpha=0.99):  # PyTorch's alpha, no bias correction
    v, steps = 0.0, []
    for g in gradients:
        v = alpha * v + (1 - alpha) * g**2
        steps.append(lr * g / np.sqrt(v))
    return np.array(steps)


gradients = np.ones(1000)
adagrad, rmsprop = adagrad_steps(gradients, 1), rmsprop_steps(gradients, 1)
print("step  Adagrad  RMSprop   (in units of the learning rate, constant gradient)")
for t in (1, 10, 100, 1000):
    print(f"{t:4d} {adagrad[t - 1]:8.3f} {rmsprop[t - 1]:8.3f}")
