import numpy as np
import pytest
import torch
from scipy.special import softmax


def test_loss_and_gradient_agree_with_torch(snippet):
    reward = np.array([0.3, -1.0, 2.0, 0.0])
    for beta in (-0.7, 0.0, 0.4):
        z = torch.tensor([0.1, -0.5, 1.3, -2.0], dtype=torch.float64, requires_grad=True)
        policy = torch.distributions.Categorical(logits=z)
        loss = -(policy.probs * torch.tensor(reward)).sum() - beta * policy.entropy()
        loss.backward()
        values = z.detach().numpy()
        assert snippet.loss(values, reward, beta) == pytest.approx(loss.item())
        np.testing.assert_allclose(snippet.gradient(values, reward, beta), z.grad, atol=1e-12)


@pytest.mark.parametrize("beta", [0.3, 1.0, 4.0])
def test_a_bonus_gives_the_softmax_of_reward_over_beta(snippet, beta):
    reward = np.array([0.5, 0.2, -0.1, 1.0])
    np.testing.assert_allclose(snippet.learn(reward, beta), softmax(reward / beta), atol=1e-4)


def test_the_wrong_sign_ends_in_a_deterministic_policy(snippet):
    for reward in ([0.9, 1.0, 0.0], [0.0, 0.0, 0.1]):
        assert snippet.learn(np.array(reward), -0.2)[np.argmax(reward)] > 0.999


def test_what_is_printed(snippet):
    np.testing.assert_allclose(softmax(snippet.reward / 0.2), [0.727, 0.268, 0.005], atol=5e-4)
    assert "-reward - 0.2 H      0.727 0.268 0.005" in snippet.printed
