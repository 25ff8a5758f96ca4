from itertools import product

import numpy as np
import pytest


def by_enumeration(p, group, divide_by_std):
    # the exact expectation of the group's update along p, over all outcomes of all answers:
    # d log p(right) / dp = 1 / p and d log p(wrong) / dp = -1 / (1 - p)
    total = 0.0
    for outcome in product((0, 1), repeat=group):
        rewards = np.array(outcome, dtype=float)
        if rewards.std() == 0:
            continue
        advantage = rewards - rewards.mean()
        if divide_by_std:
            advantage /= rewards.std()
        score = np.where(rewards == 1, 1 / p, -1 / (1 - p))
        total += np.prod(np.where(rewards == 1, p, 1 - p)) * (advantage @ score) / group
    return total


@pytest.mark.parametrize("p", [0.03, 0.3, 0.5, 0.8])
@pytest.mark.parametrize("group", [2, 5, 8])
@pytest.mark.parametrize("divide", [True, False])
def test_weight_is_the_exact_expectation_of_the_update(snippet, p, group, divide):
    assert snippet.prompt_weight(p, group, divide) == pytest.approx(by_enumeration(p, group, divide))


@pytest.mark.parametrize("group", [2, 4, 16])
def test_centring_alone_weighs_all_prompts_alike(snippet, group):
    for p in (0.01, 0.4, 0.99):
        assert snippet.prompt_weight(p, group, False) == pytest.approx(1 - 1 / group)


def test_dividing_by_std_tends_to_the_derivative_of_two_arcsin_sqrt(snippet):
    for p in (0.2, 0.5, 0.7):
        h = 1e-6
        slope = (np.arcsin(np.sqrt(p + h)) - np.arcsin(np.sqrt(p - h))) / h
        # the relative error of a group of 4000 is of the order of 1 / 4000
        assert snippet.prompt_weight(p, 4000, True) == pytest.approx(slope, rel=2e-3)


def test_share_without_signal_is_the_chance_that_all_agree(snippet):
    for p, group in ((0.1, 3), (0.5, 8), (0.95, 16)):
        every = [np.prod(np.where(o, p, 1 - p)) for o in ([1] * group, [0] * group)]
        assert snippet.share_without_signal(p, group) == pytest.approx(sum(every))


def test_extreme_prompts_get_more_than_middling_ones(snippet):
    assert snippet.prompt_weight(0.02, 8, True) > 1.3 * snippet.prompt_weight(0.5, 8, True)
