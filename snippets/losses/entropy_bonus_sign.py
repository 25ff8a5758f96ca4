"""Shows what adding or subtracting the entropy does to the policy that is learned."""

import numpy as np
from scipy.optimize import minimize
from scipy.special import entr, softmax


def loss(z, reward, beta):
    pi = softmax(z)
    return -pi @ reward - beta * entr(pi).sum()  # beta > 0: entropy is rewarded


def gradient(z, reward, beta):
    pi = softmax(z)
    slope = -reward + beta * np.log(pi)  # in pi, up to a constant, which cancels below
    return pi * (slope - pi @ slope)


def learn(reward, beta):
    start = np.zeros(len(reward))
    return softmax(minimize(loss, start, args=(reward, beta), jac=gradient).x)


reward = np.array([1.0, 0.8, 0.0])
print("loss                 learned policy      entropy")
for beta in (1.0, 0.2, -0.2):
    pi = learn(reward, beta)
    name = f"-reward {'-' if beta > 0 else '+'} {abs(beta)} H"
    print(f"{name:20s} {' '.join(f'{p:.3f}' for p in pi)} {entr(pi).sum():9.2f}")
