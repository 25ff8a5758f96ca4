import numpy as np
import pytest
import torch

REWARDS, LENGTHS = np.array([1.0, 0.0, 0.0, 0.5, 1.0]), np.array([3, 7, 2, 9, 4])


def surrogate_gradient(loss):
    # the objectives as the papers write them, with ratio 1, differentiated token by token
    log_p = [torch.zeros(int(n), requires_grad=True) for n in LENGTHS]
    centred = REWARDS - REWARDS.mean()
    ratios = [torch.exp(row - row.detach()) for row in log_p]
    if loss == "GRPO":
        total = sum(a / REWARDS.std() * row.mean() for a, row in zip(centred, ratios, strict=True)) / 5
    elif loss == "DAPO":
        total = sum(a / REWARDS.std() * row.sum() for a, row in zip(centred, ratios, strict=True)) / 25
    else:
        total = sum(a * row.sum() / 20 for a, row in zip(centred, ratios, strict=True)) / 5
    total.backward()
    for row in log_p:
        assert (row.grad == row.grad[0]).all()  # every token of an answer weighs the same
    return [row.grad[0].item() for row in log_p]


@pytest.mark.parametrize("loss", ["GRPO", "DAPO", "Dr. GRPO"])
def test_weights_are_the_gradients_of_the_published_objectives(snippet, loss):
    weights = snippet.token_weights(loss, REWARDS, LENGTHS, longest=20)
    np.testing.assert_allclose(weights, surrogate_gradient(loss), rtol=1e-6)


def test_advantages_are_standard_scores(snippet):
    scores = snippet.advantages(REWARDS, True)
    np.testing.assert_allclose([scores.mean(), scores.var()], [0, 1], atol=1e-12)
    np.testing.assert_allclose(snippet.advantages(REWARDS, False), REWARDS - 0.5)


def test_grpo_is_gentle_with_long_wrong_answers_and_the_others_are_not(snippet):
    rewards, lengths = np.array([1.0, 0.0, 0.0]), np.array([50, 10, 1000])
    ratio = {loss: snippet.token_weights(loss, rewards, lengths, 1000)[1:] for loss in ("GRPO", "DAPO", "Dr. GRPO")}
    assert ratio["GRPO"][0] / ratio["GRPO"][1] == pytest.approx(100)
    for loss in ("DAPO", "Dr. GRPO"):
        assert ratio[loss][0] == ratio[loss][1] < 0


def test_the_first_loss_is_zero_and_the_gradient_is_not(snippet):
    last = snippet.printed.splitlines()[-2]
    assert last == "first step: loss 0.000, sum of |token weights| 1.000"
    assert abs(snippet.advantages(REWARDS, True).mean()) < 1e-12
    assert abs(snippet.token_weights("GRPO", REWARDS, LENGTHS, 20)).sum() > 0


def test_a_group_that_agrees_teaches_nothing(snippet):
    for reward in (0.0, 1.0):
        assert not snippet.advantages(np.full(6, reward), False).any()
