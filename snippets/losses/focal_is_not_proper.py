"""Shows the probability that focal loss learns, and how to get the true one back."""

import numpy as np


def expected_focal(q, pi, gamma):
    positive = -((1 - q) ** gamma) * np.log(q)
    negative = -(q**gamma) * np.log(1 - q)
    return pi * positive + (1 - pi) * negative


def pull(q, gamma):  # minus the derivative of a positive's loss in q
    return (1 - q) ** gamma / q - gamma * (1 - q) ** (gamma - 1) * np.log(q)


def true_probability(q, gamma):
    """Where the expected derivative vanishes: pi pull(q) = (1 - pi) pull(1 - q)."""
    return pull(1 - q, gamma) / (pull(q, gamma) + pull(1 - q, gamma))


q = np.arange(1, 10_000) / 10_000
for pi in (0.005, 0.05, 0.5, 0.9):
    learned = {g: q[np.argmin(expected_focal(q, pi, g))] for g in (0, 1, 2)}
    back = true_probability(learned[2], gamma=2)
    shown = ", ".join(f"{value:.3f} (gamma {g})" for g, value in learned.items())
    print(f"true {pi:5}: learned {shown}; back from gamma 2: {back:.3f}")
