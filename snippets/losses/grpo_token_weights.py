"""Shows what one token of an answer weighs in the GRPO, DAPO and Dr. GRPO losses."""

import numpy as np


def advantages(rewards, divide_by_std):
    centred = rewards - rewards.mean()
    return centred / rewards.std() if divide_by_std else centred


def token_weights(loss, rewards, lengths, longest):
    # the factor of grad log p of every token of answer i, all answers of one prompt
    if loss == "GRPO":  # mean over an answer, then over answers
        return advantages(rewards, True) / (len(rewards) * lengths)
    if loss == "DAPO":  # mean over all tokens of the group
        return advantages(rewards, True) / lengths.sum()
    return advantages(rewards, False) / (len(rewards) * longest)  # a constant


rewards = np.array([1.0, 1.0, 0.0, 0.0])
lengths = np.array([100, 400, 100, 400])
weights = {
    loss: token_weights(loss, rewards, lengths, longest=1000)
    for loss in ("GRPO", "DAPO", "Dr. GRPO")
}
print("weight of one token, in thousandths")
print("           right 100  right 400  wrong 100  wrong 400")
for loss, of_answers in weights.items():
    print(f"{loss:9}", *(f"{1000 * weight:10.4g}" for weight in of_answers))

# in the first step after sampling every ratio of new to old probability is 1
tokens_together = weights["GRPO"] * lengths
print(
    f"first step: loss {abs(tokens_together.sum()):.3f}, "
    f"sum of |token weights| {abs(tokens_together).sum():.3f}"
)
print("all answers right, centred rewards:", advantages(np.ones(4), False))
