"""Shows a reward model fitted to preferences: only differences of rewards count."""

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit, log_expit


def reward_loss(rewards, wins):
    # rewards: (answers,); wins[i, j]: how often answer i was preferred to answer j
    margins = rewards[:, None] - rewards
    return -np.sum(wins * log_expit(margins)) / wins.sum()


def reward_gradient(rewards, wins):
    margins = rewards[:, None] - rewards
    pull = wins * expit(-margins) / wins.sum()  # 1 minus the model's probability
    return pull.sum(axis=0) - pull.sum(axis=1)


def fit(wins):
    return minimize(reward_loss, np.zeros(len(wins)), wins, jac=reward_gradient).x


wins = np.array([[0, 60, 85], [40, 0, 70], [15, 30, 0]])
rewards = fit(wins)
print("rewards:", np.round(rewards - rewards[2], 2), "up to a constant")
print(
    f"loss: {reward_loss(rewards, wins):.4f}, "
    f"and with 100 added to every reward: {reward_loss(rewards + 100, wins):.4f}"
)
model = expit(rewards[:, None] - rewards)
for i, j in ((0, 1), (1, 2), (0, 2)):
    seen = wins[i, j] / (wins[i, j] + wins[j, i])
    print(f"answer {i} beats {j}: seen {seen:.2f}, model {model[i, j]:.2f}")

cycle = np.array([[0, 70, 30], [30, 0, 70], [70, 30, 0]])  # 0 beats 1 beats 2 beats 0
print(
    "a cycle of preferences: spread of rewards",
    f"{np.ptp(fit(cycle)):.2f},",
    f"loss {reward_loss(fit(cycle), cycle):.4f} = log 2",
)
