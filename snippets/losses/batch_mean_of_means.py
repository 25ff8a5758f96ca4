"""Shows why micro-batches and ranks must share one divisor: the count of all tokens."""

import numpy as np


def mean_of_means(batches):
    return np.mean([batch.mean() for batch in batches])


def shared_divisor(batches):  # what the loss of the undivided batch is
    tokens = sum(len(batch) for batch in batches)
    return sum(batch.sum() / tokens for batch in batches)


def weight_of_a_token(batches):  # in the mean of means, against its fair weight
    tokens = sum(len(batch) for batch in batches)
    return [tokens / len(batches) / len(batch) for batch in batches]


def losses_of_ranks(batches):  # for a framework that averages gradients over ranks
    tokens = sum(len(batch) for batch in batches)
    return [len(batches) * batch.sum() / tokens for batch in batches]


batches = [np.full(10, 4.0), np.full(190, 1.0)]  # losses of the tokens
print(f"mean of means: {mean_of_means(batches):.3f}")
print(f"one divisor:   {shared_divisor(batches):.3f}")
print("a token counts", *(f"{w:.2f} times" for w in weight_of_a_token(batches)))
ranks = losses_of_ranks(batches)
print(
    "ranks report", *(f"{loss:.2f}" for loss in ranks), f"average {np.mean(ranks):.3f}"
)
