import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

NUMBERS = st.floats(-3, 3).filter(lambda x: abs(x) > 1e-3)


def expression(a, b, c):  # works on Values and on tensors: shared, repeated, nested
    d = (a * b + c).tanh()
    e = (d * a + b * b).relu() + d
    return (e + d * e) ** 3 * c + (a**2 + c**2) ** -1 + e


@given(NUMBERS, NUMBERS, NUMBERS)
def test_gradients_agree_with_torch(snippet, a, b, c):
    values = [snippet.Value(x) for x in (a, b, c)]
    tensors = [torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in (a, b, c)]
    ours, theirs = expression(*values), expression(*tensors)
    assert ours.data == pytest.approx(theirs.item())
    ours.backward()
    theirs.backward()
    for value, tensor in zip(values, tensors, strict=True):
        assert value.grad == pytest.approx(tensor.grad.item(), rel=1e-9, abs=1e-9)


def test_relu_passes_only_where_positive(snippet):
    for x, slope in ((-2.0, 0.0), (0.0, 0.0), (1e-9, 1.0), (0.5, 1.0)):
        value = snippet.Value(x)
        out = value.relu()
        out.backward()
        assert out.data == max(x, 0.0) and value.grad == slope


def test_a_value_comes_after_its_parents_and_once(snippet):
    a, b = snippet.Value(2.0), snippet.Value(3.0)
    c = a * b
    d = c + a * c
    order = snippet.topological(d)
    assert len(order) == len(set(order)) == 5
    for value in order:
        assert all(order.index(parent) < order.index(value) for parent in value.parents)


def test_gradients_of_two_calls_add_up(snippet):
    a = snippet.Value(2.0)
    (a * a).backward()
    (a * a).backward()
    assert a.grad == 8.0  # as in PyTorch: nobody zeroes for you


def test_a_graph_deeper_than_the_stack_works(snippet):
    x = total = snippet.Value(1.0)
    one = snippet.Value(1.0)
    for _ in range(20_000):
        total = total * one
    assert total.backward() == 20_002 and x.grad == 1.0


def test_the_neuron_that_is_printed(snippet):
    assert snippet.loss.data == pytest.approx((math.tanh(0.5) - 1) ** 2)
    w = torch.tensor(0.5, dtype=torch.float64, requires_grad=True)
    ((torch.tanh(w * 3 - 1) - 1) ** 2).backward()
    assert snippet.w.grad == pytest.approx(w.grad.item())
    assert snippet.w.grad == pytest.approx(3 * snippet.b.grad)
    assert snippet.start.grad == 2**30 and snippet.visited == 31
