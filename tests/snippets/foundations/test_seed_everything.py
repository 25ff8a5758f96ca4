import random

import numpy as np
import pytest
import torch


def test_the_three_generators_start_where_their_own_seed_puts_them(snippet):
    for seed in (0, 7, 123):
        snippet.seed_everything(seed)
        expected = (
            random.Random(seed).random(),
            np.random.RandomState(seed).random(),
            torch.rand((), generator=torch.Generator().manual_seed(seed)).item(),
        )
        assert snippet.draws() == pytest.approx(expected, abs=0)
    assert snippet.draws() != expected


def test_again_compares_two_seeded_calls(snippet):
    assert snippet.again(snippet.draws)
    assert not snippet.again(snippet.own)
    counter = iter(range(10))
    assert not snippet.again(lambda: next(counter))
    seeds = []
    snippet.again(lambda: seeds.append(torch.initial_seed()))
    assert seeds == [7, 7]


def test_one_more_layer_shifts_the_stream_that_both_share(snippet):
    plain, shifted = snippet.shuffle_after(False), snippet.shuffle_after(True)
    assert sorted(plain) == sorted(shifted) == list(range(1000)) and plain != shifted
    assert plain == torch.randperm(1000, generator=torch.Generator().manual_seed(0)).tolist()
    torch.manual_seed(0)
    torch.nn.Linear(2, 2)
    assert shifted == torch.randperm(1000).tolist()
    own = [snippet.shuffle_after(extra, torch.Generator().manual_seed(5)) for extra in (False, True)]
    assert own[0] == own[1] == torch.randperm(1000, generator=torch.Generator().manual_seed(5)).tolist()


def test_a_default_generator_without_a_seed_ignores_all_seeds(snippet):
    snippet.seed_everything(3)
    first = snippet.own()
    snippet.seed_everything(3)
    assert snippet.own() != first and 0 <= first < 1


def test_float32_addition_is_not_associative(snippet):
    big = np.float32(1e8)
    assert snippet.big == 1e8 and snippet.values.tolist() == [1e8, 1, -1e8]  # the numbers of the printed line
    assert (big + np.float32(1)) - big == snippet.orders[0] == 0
    assert (big - big) + np.float32(1) == snippet.orders[1] == 1
    assert [line.split(":")[1].strip() for line in snippet.printed.splitlines()] == [
        "True", "False", "False", "True", "0.0 1.0",
    ]  # fmt: skip
