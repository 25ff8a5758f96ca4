"""Shows what a test is worth before a decision: nothing if it cannot change it."""

import numpy as np
from scipy.stats import norm


def expectation_moves(sd, se):  # standard deviation of the belief's mean after the test
    return sd**2 / np.sqrt(sd**2 + se**2)


def value_of_test(mean, sd, se):  # launching whenever the updated mean is positive
    s = expectation_moves(sd, se)
    after = mean * norm.cdf(mean / s) + s * norm.pdf(mean / s)
    return after - max(mean, 0)  # gain over deciding now


def chance_to_change(mean, sd, se):
    return norm.sf(abs(mean) / expectation_moves(sd, se))


print("thousands a year; believed gain: mean ± sd 100")
print("mean   test without error   error 100   error 300   100 changes the decision")
for mean in (-200, -50, 0, 50, 200):
    values = [value_of_test(mean, 100, se) for se in (0, 100, 300)]
    changed = chance_to_change(mean, 100, 100)
    print(
        f"{mean:4d}", "{:20.1f} {:11.1f} {:11.1f}".format(*values), f"{changed:26.3f}"
    )
