"""Shows descent near the optimum: MSE contracts, MAE needs a shrinking step."""

import numpy as np


def descend(slope, rates, start=1.0):
    """Moves one prediction towards the target 0; returns its distance at the end."""
    prediction = start
    for rate in rates:
        prediction = prediction - rate * slope(prediction)
    return abs(prediction)


def squared_slope(e):
    return 2 * e


fixed = np.full(200, 0.3)
shrinking = 0.3 / np.arange(1, 201)
print("distance from the target after 200 steps")
print(f"MSE, rate 0.3        {descend(squared_slope, fixed):.3f}")
print(f"MAE, rate 0.3        {descend(np.sign, fixed):.3f}")
print(f"MAE, rate 0.3 / t    {descend(np.sign, shrinking):.3f}")
print(f"MSE, rate 1.1        {descend(squared_slope, np.full(200, 1.1)):.0e}")
