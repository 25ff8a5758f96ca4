import numpy as np
import pytest
import torch


def test_fp16_sum_is_that_of_numpy(snippet):
    values = np.random.default_rng(4).uniform(0, 3, 700).astype(np.float16)
    total = np.float16(0)
    for value in values:
        total = np.float16(total + value)
    assert snippet.running_sum(torch.tensor(values), torch.float16) == total


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16])
def test_a_sum_of_ones_stops_where_the_spacing_is_two(snippet, dtype):
    stop = int(2 / torch.finfo(dtype).eps)
    assert snippet.running_sum(torch.ones(stop - 1), dtype) == stop - 1
    assert snippet.running_sum(torch.ones(stop + 300), dtype) == stop
    assert f"{dtype}: {stop}" in snippet.printed
    # the same values, added in fp32 as the library does
    assert torch.ones(stop + 300, dtype=dtype).sum(dtype=torch.float32) == stop + 300


def test_softmax_error_is_that_of_the_sum(snippet):
    # all weights equal: the sum stops at 256, so each of 1000 probabilities is 1/256 and 2.9 times too large
    logits = torch.full((1000,), 3.0)
    assert snippet.softmax_error(logits, torch.bfloat16) == pytest.approx(1000 / 256 - 1)
    assert snippet.softmax_error(logits[:256], torch.bfloat16) == 0
    assert snippet.softmax_error(logits, torch.float32) < 1e-6


def test_softmax_error_is_the_worst_over_classes_and_relative(snippet):
    logits = torch.tensor([0.0, -8.0, -3.3])
    stored = logits.half()
    exact = torch.softmax(stored.double(), 0).numpy()
    z = (stored - stored.max()).numpy()
    weights = np.exp(z.astype(np.float32)).astype(np.float16)
    total = np.float16(np.float16(weights[0] + weights[1]) + weights[2])
    p = (weights / total).astype(np.float16)
    expected = np.max(np.abs(p / exact - 1))
    assert snippet.softmax_error(logits, torch.float16) == pytest.approx(expected, rel=0.2)


def test_a_softmax_does_not_overflow_for_large_logits(snippet):
    assert snippet.softmax_error(torch.tensor([30.0, 20.0]), torch.float16) < 0.01
    assert snippet.softmax_error(torch.tensor([-600.0, -605.0]), torch.float16) < 0.02
    assert len(snippet.ones) == 5000 and len(snippet.logits) == 2000
