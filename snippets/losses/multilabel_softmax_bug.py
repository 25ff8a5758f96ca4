"""Shows what softmax and sigmoid learn when 4 of 100 labels usually hold at once."""

import numpy as np


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def softmax_gradient(z, q):  # of -sum q_k log p_k; q need not sum to 1
    return q.sum() * softmax(z) - q


def sigmoid_gradient(z, q):  # of the sum of K binary cross-entropies
    return sigmoid(z) - q


def descend(gradient, q, steps=3000):
    z = np.zeros(len(q))
    for _ in range(steps):
        z -= gradient(z, q)
    return z


# how often each label holds for this input: (100,)
q = np.array([0.9] * 4 + [0.01] * 96)
p_softmax = softmax(descend(softmax_gradient, q))
p_sigmoid = sigmoid(descend(sigmoid_gradient, q))
for name, p in (("softmax", p_softmax), ("sigmoid", p_sigmoid)):
    found = (p > 0.5).sum()
    top = sorted(np.argsort(-p)[:4].tolist())
    print(f"{name}: largest p {p.max():.3f}, above 0.5: {found}, top four: {top}")
