"""Shows DPO lowering its loss while the probability of the chosen answer falls."""

import numpy as np
from scipy.special import expit, log_expit, softmax


def dpo_margin(weights, features, reference, beta):
    # features: (answers, width), logits = features @ weights
    # answer 0 was chosen, answer 1 rejected; the softmax normaliser cancels
    return beta * (features[0] - features[1]) @ (weights - reference)


def step_direction(weights, features, reference, beta, sft):
    # minus the gradient of the DPO loss + sft * (-log p of the chosen answer)
    doubt = expit(-dpo_margin(weights, features, reference, beta))
    policy = softmax(features @ weights)
    dpo = beta * doubt * (features[0] - features[1])
    return dpo + sft * (features[0] - policy @ features)


def train(features, reference, steps, beta=0.5, sft=0.0):
    weights = reference
    for _ in range(steps):
        weights = weights + step_direction(weights, features, reference, beta, sft)
    return weights


# chosen "No", rejected "Never", never mentioned "Yes"
alike = np.array([[2.0, 0.0], [2.5, 0.5], [-2.0, 0.0]])  # the two refusals are alike
apart = np.array([[2.0, 0.0], [0.0, 2.5], [-2.0, 0.0]])
start = np.array([1.0, 0.0])

print("probability of              No  Never    Yes  DPO loss")
for name, features, weights in (
    ("refusals alike, before", alike, start),
    ("  DPO", alike, train(alike, start, steps=20)),
    ("  DPO + 0.2 SFT", alike, train(alike, start, steps=20, sft=0.2)),
    ("refusals apart, before", apart, start),
    ("  DPO", apart, train(apart, start, steps=20)),
):
    loss = -log_expit(dpo_margin(weights, features, start, beta=0.5))
    shares = " ".join(f"{p:6.3f}" for p in softmax(features @ weights))
    print(f"{name:23} {shares} {loss:9.3f}")
