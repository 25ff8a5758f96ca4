"""Shows how a low temperature moves the gradient onto the few hardest negatives."""

import matplotlib.pyplot as plt
import numpy as np


def negative_shares(similarities, temperature):
    """How the push on the negatives is divided among them; the shares add up to 1."""
    weights = np.exp((similarities - similarities.max()) / temperature)
    return weights / weights.sum()


def effective_number(shares):  # exp(entropy): N when equal, 1 when all is on one
    shares = shares[shares > 0]
    return np.exp(-(shares * np.log(shares)).sum())


rng = np.random.default_rng(0)
similarities = np.sort(rng.normal(0, 0.2, 255))  # cosines of 255 negatives
print("temperature  hardest negative's share  effective number of negatives")
for temperature in (1.0, 0.2, 0.07, 0.01):
    shares = negative_shares(similarities, temperature)
    print(f"{temperature:11} {shares[-1]:25.1%} {effective_number(shares):30.1f}")
    plt.plot(similarities, shares, label=f"τ = {temperature}")
plt.yscale("log")
plt.ylim(1e-6, 2)
plt.xlabel("cosine similarity of the negative to the anchor")
plt.ylabel("share of the push")
plt.legend()
plt.show()
