"""Shows that a baseline keeps the policy gradient unbiased and here cuts variance."""

import numpy as np
from scipy.special import softmax


def exact_gradient(logits, reward):  # of the expected reward
    policy = softmax(logits)
    return policy * (reward - policy @ reward)


def estimates(logits, reward, baseline):
    # row a: the estimate when answer a was sampled, (r - b) times its score
    score = np.eye(len(logits)) - softmax(logits)  # (answers, logits)
    return (reward - baseline)[:, None] * score


def mean_and_variance(logits, reward, baseline):
    policy, rows = softmax(logits), estimates(logits, reward, baseline)
    mean = policy @ rows
    return mean, policy @ np.sum((rows - mean) ** 2, axis=1)


logits = np.array([0.0, 1.0, -0.5, 0.5])
right = np.array([0.0, 0.0, 0.0, 1.0])  # one answer in four is correct
expected = softmax(logits) @ right
print("exact gradient:              ", np.round(exact_gradient(logits, right), 3))
for name, reward, baseline in (
    ("reward 0 or 1, no baseline", right, 0),
    ("reward 10 or 11, no baseline", right + 10, 0),
    ("reward 10 or 11, less mean", right + 10, 10 + expected),
):
    mean, variance = mean_and_variance(logits, reward, baseline)
    print(f"{name:29}", np.round(mean, 3), f"variance {variance:.3f}")
