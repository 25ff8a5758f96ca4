"""Shows that the minimum of the DPO loss is the optimum of reward minus β KL."""

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit, log_expit, log_softmax, rel_entr


def rlhf_objective(policy, reference, reward, beta):
    return policy @ reward - beta * rel_entr(policy, reference).sum()


def rlhf_optimum(reference, reward, beta):
    weight = reference * np.exp(reward / beta)
    return weight / weight.sum()


def dpo_loss(logits, reference, preferred, beta):
    # preferred[i, j]: probability that answer i is preferred to answer j
    implicit_reward = beta * (log_softmax(logits) - np.log(reference))
    margins = implicit_reward[:, None] - implicit_reward
    return -np.sum(preferred * log_expit(margins))


reference = np.array([0.5, 0.3, 0.15, 0.05])
reward = np.array([0.0, 0.3, -0.5, 0.6])
beta = 0.4
preferred = expit(reward[:, None] - reward)  # Bradley–Terry: all that DPO is shown
dpo = minimize(dpo_loss, np.log(reference), (reference, preferred, beta)).x

policies = {
    "reference": reference,
    "always the best": np.eye(4)[reward.argmax()],
    "closed form": rlhf_optimum(reference, reward, beta),
    "minimum of DPO": np.exp(log_softmax(dpo)),
}
for name, policy in policies.items():
    value = rlhf_objective(policy, reference, reward, beta)
    print(f"{name:16} {np.round(policy, 3)}  reward - β KL = {value:+.3f}")
