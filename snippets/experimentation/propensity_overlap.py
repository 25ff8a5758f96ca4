"""Shows how the overlap of two policies decides how many logged rows count."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import expit as sigmoid


def importance_weights(target, logging, took_one):
    # the probabilities of action 1, and whether it was taken: (rows,)
    return np.where(took_one, target / logging, (1 - target) / (1 - logging))


def effective_sample_size(weights):
    return weights.sum() ** 2 / (weights**2).sum()


rng = np.random.default_rng(0)
x = np.sort(rng.uniform(-3, 3, 10_000))  # one feature of the context
logging = sigmoid(x)
took_one = rng.binomial(1, logging) == 1
targets = {
    "a little bolder": sigmoid(1.5 * x),
    "always action 1": np.ones(10_000),
    "preferences reversed": sigmoid(-x),
}

print("target policy          mean weight  largest  effective rows of 10000")
plt.plot(x, logging, label="logging policy")
for name, target in targets.items():
    weights = importance_weights(target, logging, took_one)
    rows = effective_sample_size(weights)
    print(f"{name:20s} {weights.mean():11.2f} {weights.max():10.1f} {rows:12.0f}")
    plt.plot(x, target, label=name)
plt.xlabel("context x")
plt.ylabel("probability of action 1")
plt.legend()
plt.show()
