"""Shows the update rules of the cheat sheet, each as its step in learning rates."""

import numpy as np


def sgd(g, s, t):
    return g


def momentum(g, s, t):
    s["v"] = 0.9 * s.get("v", 0) + g
    return s["v"]


def nesterov(g, s, t):
    return g + 0.9 * momentum(g, s, t)


def adagrad(g, s, t):
    s["v"] = s.get("v", 0) + g**2
    return g / (np.sqrt(s["v"]) + 1e-10)


def rmsprop(g, s, t):
    s["v"] = 0.99 * s.get("v", 0) + 0.01 * g**2
    return g / (np.sqrt(s["v"]) + 1e-8)


def adam(g, s, t):
    s["m"] = 0.9 * s.get("m", 0) + 0.1 * g
    s["v"] = 0.999 * s.get("v", 0) + 0.001 * g**2
    return s["m"] / (1 - 0.9**t) / (np.sqrt(s["v"] / (1 - 0.999**t)) + 1e-8)


def lion(g, s, t):
    m = s.get("m", 0)
    s["m"] = 0.99 * m + 0.01 * g
    return np.sign(0.9 * m + 0.1 * g)


def steps(rule, gradients):
    state = {}
    return [rule(g, state, t) for t, g in enumerate(gradients, 1)]


print("            first step, gradient   step 100, gradient always 1")
print("                   1      1000")
for rule in (sgd, momentum, nesterov, adagrad, rmsprop, adam, lion):
    first = [steps(rule, [g])[0] for g in (1.0, 1000.0)]
    last = steps(rule, [1.0] * 100)[-1]
    print(f"{rule.__name__:10}{first[0]:10.1f}{first[1]:10.1f}{last:16.2f}")
