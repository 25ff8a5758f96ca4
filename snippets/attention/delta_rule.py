"""Shows that linear attention adds to what a key holds; the delta rule replaces it."""

import numpy as np


def additive(S, k, v):
    return S + np.outer(k, v)  # S: (d_k, d_v), read as k @ S


def gated(S, k, v, decay):
    return decay * S + np.outer(k, v)


def delta(S, k, v, beta):
    return S + beta * np.outer(k, v - k @ S)  # a gradient step on ½‖k S - v‖²


paris, rome = np.array([0.6, 0.8]), np.array([-0.8, 0.6])  # orthogonal unit keys
writes = [(paris, 1.0), (rome, 5.0), (paris, 3.0)]  # the last one is a correction
rules = {
    "additive": additive,
    "gated, 0.5": lambda S, k, v: gated(S, k, v, 0.5),
    "delta": lambda S, k, v: delta(S, k, v, 1.0),
}
for name, rule in rules.items():
    S = np.zeros((2, 1))
    for k, v in writes:
        S = rule(S, k, np.array([v]))
    first, second = (paris @ S)[0], (rome @ S)[0]
    print(f"{name:10s} reads {first:.2f} (want 3) and {second:.2f} (want 5)")
