"""Shows class weights from the effective number of samples, between none and 1 / n."""

import numpy as np


def effective_number(n, beta):
    return (1 - beta**n) / (1 - beta)


def class_weights(counts, beta):  # scaled to a mean of 1
    weights = 1 / effective_number(np.asarray(counts), beta)
    return weights * len(weights) / weights.sum()


counts = [5000, 500, 50, 5]
for beta in (0, 0.9, 0.99, 0.999, 0.9999):
    weights = class_weights(counts, beta)
    print(f"beta {beta:6}: weights {np.round(weights, 2).tolist()}")
inverse = 4 / np.array(counts) / np.sum(1 / np.array(counts))
print(f"1 / n      : weights {np.round(inverse, 2).tolist()}")
