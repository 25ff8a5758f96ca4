import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

RNG = np.random.default_rng(4)
LOGITS, REWARD = RNG.normal(size=6), RNG.normal(size=6)


def autograd_of_expected_reward(logits, reward):
    z = torch.tensor(logits, requires_grad=True)
    (z.softmax(0) @ torch.tensor(reward)).backward()
    return z.grad.numpy()


def test_exact_gradient_agrees_with_autograd(snippet):
    np.testing.assert_allclose(snippet.exact_gradient(LOGITS, REWARD), autograd_of_expected_reward(LOGITS, REWARD))


def test_one_row_is_the_gradient_of_the_usual_surrogate_loss(snippet):
    rows = snippet.estimates(LOGITS, REWARD, 0.3)
    for answer in range(6):
        z = torch.tensor(LOGITS, requires_grad=True)
        (-(REWARD[answer] - 0.3) * z.log_softmax(0)[answer]).backward()
        np.testing.assert_allclose(rows[answer], -z.grad)


@settings(max_examples=50)
@given(st.floats(-100, 100))
def test_any_baseline_leaves_the_mean_alone(snippet, baseline):
    mean, _ = snippet.mean_and_variance(LOGITS, REWARD, baseline)
    np.testing.assert_allclose(mean, autograd_of_expected_reward(LOGITS, REWARD), atol=1e-12)


def test_variance_is_what_sampling_shows(snippet):
    policy = torch.tensor(LOGITS).softmax(0).numpy()
    draws = RNG.choice(6, p=policy, size=200_000)
    sampled = snippet.estimates(LOGITS, REWARD, 0.3)[draws]
    _, variance = snippet.mean_and_variance(LOGITS, REWARD, 0.3)
    # 200,000 draws: a relative standard error of about 0.5 %
    np.testing.assert_allclose(sampled.var(axis=0).sum(), variance, rtol=0.03)


def test_adding_a_constant_to_all_rewards_matters_only_without_a_baseline(snippet):
    mean = torch.tensor(LOGITS).softmax(0).numpy() @ REWARD
    _, plain = snippet.mean_and_variance(LOGITS, REWARD, mean)
    _, moved = snippet.mean_and_variance(LOGITS, REWARD + 10, mean + 10)
    _, none = snippet.mean_and_variance(LOGITS, REWARD + 10, 0)
    np.testing.assert_allclose(plain, moved)
    assert none > 10 * plain


def test_the_mean_reward_can_raise_the_variance(snippet):
    logits, reward = np.log([0.9, 0.1]), np.array([1.0, 0.0])
    # by hand: the squared norms of the scores are 0.02 and 1.62, that of the mean 0.0162
    assert snippet.mean_and_variance(logits, reward, 0)[1] == pytest.approx(0.9 * 0.02 - 0.0162)
    assert snippet.mean_and_variance(logits, reward, 0.9)[1] == pytest.approx(0.009 * 0.02 + 0.081 * 1.62 - 0.0162)
