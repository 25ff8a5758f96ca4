import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

RNG = np.random.default_rng(0)
WINS = RNG.integers(1, 40, size=(5, 5)) * (1 - np.eye(5, dtype=int))


def logistic_regression(wins):
    # one row per ordered pair, +1 for the preferred answer and -1 for the other, weighted by the count
    n = len(wins)
    rows, labels, weights = [], [], []
    for i in range(n):
        for j in range(n):
            if wins[i, j]:
                row = np.zeros(n)
                row[i], row[j] = 1, -1
                rows += [row, -row]
                labels += [1, 0]
                weights += [wins[i, j], wins[i, j]]
    model = LogisticRegression(C=np.inf, fit_intercept=False, tol=1e-10, max_iter=1000)
    scores = model.fit(rows, labels, sample_weight=weights).coef_[0]
    return scores - scores.mean()


def test_fit_is_a_logistic_regression_on_differences(snippet):
    rewards = snippet.fit(WINS)
    np.testing.assert_allclose(rewards - rewards.mean(), logistic_regression(WINS), atol=1e-3)


def test_loss_and_gradient_agree_with_autograd(snippet):
    rewards = RNG.normal(size=5)
    r = torch.tensor(rewards, requires_grad=True)
    loss = -(torch.tensor(WINS) * torch.nn.functional.logsigmoid(r[:, None] - r)).sum() / WINS.sum()
    loss.backward()
    np.testing.assert_allclose(snippet.reward_loss(rewards, WINS), loss.item())
    np.testing.assert_allclose(snippet.reward_gradient(rewards, WINS), r.grad)


def test_rewards_come_back_from_exact_shares(snippet):
    true = np.array([0.0, 1.3, -0.4, 2.2])
    share = expit(true[:, None] - true) - np.eye(4) / 2
    rewards = snippet.fit(share)
    np.testing.assert_allclose(rewards - rewards[0], true, atol=1e-3)


@given(st.floats(-1e3, 1e3))
def test_a_constant_changes_neither_loss_nor_gradient(snippet, constant):
    rewards = np.array([0.3, -1.0, 2.0, 0.0, 0.5])
    assert snippet.reward_loss(rewards + constant, WINS) == pytest.approx(snippet.reward_loss(rewards, WINS))
    np.testing.assert_allclose(
        snippet.reward_gradient(rewards + constant, WINS), snippet.reward_gradient(rewards, WINS), atol=1e-10
    )


def test_a_cycle_has_no_scalar_reward(snippet):
    np.testing.assert_allclose(snippet.fit(snippet.cycle), 0, atol=1e-6)
    assert snippet.reward_loss(np.zeros(3), snippet.cycle) == pytest.approx(np.log(2))
    # though each preference is seen in 70 of 100 comparisons
    assert (np.sort(snippet.cycle.ravel())[-3:] == 70).all()
    np.testing.assert_array_equal(snippet.cycle + snippet.cycle.T, 100 * (1 - np.eye(3)))


def test_page_compares_seen_and_modelled_shares(snippet):
    for line in snippet.printed.splitlines():
        if "beats" in line:
            pair, figures = line.split(":")
            i, j = int(pair.split()[1]), int(pair.split()[3])
            seen = snippet.wins[i, j] / (snippet.wins[i, j] + snippet.wins[j, i])
            model = expit(snippet.rewards[i] - snippet.rewards[j])
            assert figures == f" seen {seen:.2f}, model {model:.2f}"
            assert abs(seen - model) < 0.05
