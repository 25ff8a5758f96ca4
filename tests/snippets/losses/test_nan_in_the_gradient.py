import math

import pytest
import torch

X = torch.tensor([0.0, -3.0, 0.5, 4.0])


def test_all_forms_of_the_logarithm_agree_in_value(snippet):
    expected = [0.0, 0.0, math.log(0.5), math.log(4)]
    for loss in (snippet.log_or_zero_naive, snippet.log_or_zero):
        assert loss(X).tolist() == pytest.approx(expected)


def test_only_the_double_where_has_the_gradient_of_what_it_computes(snippet):
    value, naive = snippet.value_and_gradient(lambda x: snippet.log_or_zero_naive(x).sum(), X)
    assert math.isfinite(value) and math.isnan(naive[0])
    _, sound = snippet.value_and_gradient(lambda x: (3 * snippet.log_or_zero(x)).sum(), X)
    assert sound == pytest.approx([0, 0, 6, 0.75])


def test_distances_agree_away_from_zero(snippet):
    y = torch.tensor([1.0, -3.0, 0.5, 0.0])
    for norm in (snippet.norm_naive, snippet.norm_eps):
        value, gradient = snippet.value_and_gradient(lambda v, f=norm: f(v - y), X)
        assert value == pytest.approx(math.sqrt(17))
        assert gradient == pytest.approx([-1 / math.sqrt(17), 0, 0, 4 / math.sqrt(17)])


def test_at_distance_zero_only_the_naive_root_fails(snippet):
    value, gradient = snippet.value_and_gradient(lambda v: snippet.norm_naive(v - X), X)
    assert value == 0 and all(map(math.isnan, gradient))
    value, gradient = snippet.value_and_gradient(lambda v: snippet.norm_eps(v - X), X)
    assert value == pytest.approx(1e-6) and gradient == [0] * 4
    assert snippet.value_and_gradient(lambda v: torch.linalg.vector_norm(v - X), X) == (0, [0] * 4)


def test_the_argument_is_left_alone(snippet):
    x = torch.ones(2)
    assert snippet.value_and_gradient(lambda v: (v**3).sum(), x) == (2, [3, 3])
    assert x.grad is None and not x.requires_grad
