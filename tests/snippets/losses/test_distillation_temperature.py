import numpy as np
import pytest
import torch
from torch.nn.functional import kl_div

STUDENT, TEACHER = np.array([0.3, -1.0, 2.0]), np.array([3.0, 0.5, -1.5])


@pytest.mark.parametrize("T", [0.5, 1.0, 3.0, 10.0])
def test_loss_and_gradient_agree_with_pytorch(snippet, T):
    z = torch.tensor(STUDENT, requires_grad=True)
    target = torch.tensor(TEACHER / T).log_softmax(0)
    loss = kl_div((z / T).log_softmax(0)[None], target[None], log_target=True, reduction="batchmean")
    loss.backward()
    assert snippet.soft_loss(STUDENT, TEACHER, T) == pytest.approx(loss.item())
    np.testing.assert_allclose(snippet.soft_gradient(STUDENT, TEACHER, T), z.grad, atol=1e-12)


def test_times_temperature_squared_it_tends_to_the_centred_difference_of_logits(snippet):
    errors = [
        np.abs(T**2 * snippet.soft_gradient(STUDENT, TEACHER, T) - snippet.limit(STUDENT, TEACHER)).max()
        for T in (10, 100, 1000)
    ]
    assert errors[0] > 5 * errors[1] > 25 * errors[2] and errors[2] < 2e-3
    assert abs(snippet.limit(STUDENT, TEACHER).sum()) < 1e-12


def test_softmax_survives_large_logits(snippet):
    np.testing.assert_allclose(snippet.softmax(np.array([3000.0, 3000.0, -3000.0])), [0.5, 0.5, 0])


def test_without_the_factor_the_gradient_falls_more_than_a_thousandfold(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[1:-1]]
    raw, repaired = np.array(rows, float)[:, 1:].T
    assert raw[0] / raw[-1] > 1000 and repaired.max() / repaired.min() < 3
    assert [row[0] for row in rows] == ["1", "2", "4", "8", "16", "64"]
