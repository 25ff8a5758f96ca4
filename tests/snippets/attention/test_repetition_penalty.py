import numpy as np
import pytest
import torch
from transformers import RepetitionPenaltyLogitsProcessor


def test_it_is_the_processor_of_transformers(snippet):
    z = np.array([2.0, -3.0, 0.0, 5.0, -1.0, 0.5])
    for seen, factor in (([0, 1, 2], 1.3), ([4, 5], 2.0), ([3], 0.8)):
        processor = RepetitionPenaltyLogitsProcessor(factor)
        expected = processor(torch.tensor([seen]), torch.tensor(z)[None])[0]
        np.testing.assert_allclose(snippet.repetition_penalty(z, np.array(seen), factor), expected)
    np.testing.assert_array_equal(z, [2.0, -3.0, 0.0, 5.0, -1.0, 0.5])  # the input is left alone


def test_additive_penalties_follow_their_definition(snippet):
    z, counts = np.array([1.0, 1.0, -2.0]), np.array([0, 1, 3])
    np.testing.assert_allclose(snippet.additive_penalties(z, counts, 0.5, 0.25), [1, 0.25, -3.25])


def test_softmax(snippet):
    z = np.array([1000.0, 998.0, -1000.0])
    np.testing.assert_allclose(snippet.softmax(z), torch.softmax(torch.tensor(z), 0), atol=1e-15)


def test_only_the_additive_penalty_ignores_the_origin(snippet):
    rows = [[float(x) for x in line.split()] for line in snippet.printed.splitlines()[1:]]
    plain, times, minus = np.array(rows).T[1:]
    assert np.ptp(plain) == 0 and np.ptp(minus) == 0 and np.ptp(times) > 0.3
    for shift, _, by_factor, additive in rows:
        z = torch.tensor([3.0, 2.0, 1.0, 0.0]) + shift
        penalised = RepetitionPenaltyLogitsProcessor(1.2)(torch.tensor([[0]]), z[None].clone())[0]
        assert torch.softmax(penalised, 0)[0].item() == pytest.approx(by_factor, abs=5.1e-4)
        z[0] -= 0.5 + 0.5 * 2
        assert torch.softmax(z, 0)[0].item() == pytest.approx(additive, abs=5.1e-4)
