import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from peft import LoraConfig, get_peft_model
from torch import nn


def peft_count(layer, r):
    return get_peft_model(nn.Sequential(layer), LoraConfig(r=r, target_modules=["0"])).get_nb_trainable_parameters()[0]


@settings(max_examples=5, deadline=None)
@given(st.integers(1, 9), st.integers(1, 9), st.integers(1, 4), st.integers(1, 5))
def test_counts_are_those_of_peft(snippet, a, b, r, kernel):
    assert snippet.linear(a, b, r) == peft_count(nn.Linear(a, b), r)
    assert snippet.embedding(a, b, r) == peft_count(nn.Embedding(a, b), r)
    assert snippet.convolution(a, b, kernel, r) == peft_count(nn.Conv2d(a, b, kernel), r)


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_at_the_break_even_rank_the_factors_are_as_large_as_the_matrix(snippet, a, b):
    assert snippet.linear(a, b, snippet.break_even_rank(a, b)) == pytest.approx(a * b)


def test_page_figures(snippet):
    numbers = [int(line.split()[-1].replace(",", "")) for line in snippet.printed.splitlines()]
    assert numbers[:3] == [16 * 18432, 16 * 132352, 16 * (256 * 9 + 512)]
    assert numbers[3:] == [2048, 819]
