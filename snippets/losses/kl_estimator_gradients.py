"""Shows that an unbiased estimate of the KL need not have the KL's gradient."""

import numpy as np
from scipy.special import log_softmax


def kl_estimators(log_ratio):  # log policy - log reference of the sampled answer
    ratio = np.exp(-log_ratio)  # reference / policy
    return {
        # estimate, and its derivative with respect to log policy
        "k1": (log_ratio, np.ones_like(log_ratio)),
        "k2": (log_ratio**2 / 2, log_ratio),
        "k3": (ratio - 1 + log_ratio, 1 - ratio),
    }


def expected(logits, reference):
    # exact means over answers drawn from the policy: value, gradient in the logits
    log_policy = log_softmax(logits)
    policy = np.exp(log_policy)
    score = np.eye(len(logits)) - policy  # row a: gradient of log policy[a]
    return {
        name: (policy @ value, (policy * slope) @ score)
        for name, (value, slope) in kl_estimators(log_policy - reference).items()
    }


def kl_gradients(logits, reference):  # of KL(policy, ref) and of KL(ref, policy)
    log_policy = log_softmax(logits)
    policy, log_ratio = np.exp(log_policy), log_policy - reference
    return policy * (log_ratio - policy @ log_ratio), policy - np.exp(reference)


logits = np.array([1.0, 0.0, -1.0])
reference = log_softmax(np.array([0.0, 0.5, 0.3]))
reverse, forward = kl_gradients(logits, reference)
policy = np.exp(log_softmax(logits))
print(f"KL(policy, reference) = {policy @ (np.log(policy) - reference):.4f}")
for name, (value, gradient) in expected(logits, reference).items():
    print(f"{name}: mean {value:.4f}, mean gradient {np.round(gradient, 3) + 0.0}")
print("gradient of KL(policy, reference):", np.round(reverse, 3))
print("gradient of KL(reference, policy):", np.round(forward, 3))
