import numpy as np
import pytest
import torch
from scipy.special import log_softmax


def by_hand(z, v, y, T, hard):
    q = np.exp(log_softmax(v / T, axis=1))
    kl = (q * (log_softmax(v / T, axis=1) - log_softmax(z / T, axis=1))).sum(axis=1).mean()
    nll = -log_softmax(z, axis=1)[np.arange(len(y)), y].mean()
    return hard * nll + (1 - hard) * T**2 * kl


@pytest.mark.parametrize(("T", "hard"), [(1, 0), (1, 1), (4, 0.1), (2.5, 0.7)])
def test_loss_and_gradient_by_hand(snippet, T, hard):
    rng = np.random.default_rng(int(10 * T))
    z, v, y = rng.normal(0, 2, (6, 4)), rng.normal(0, 3, (6, 4)), rng.integers(0, 4, 6)
    student = torch.tensor(z, requires_grad=True)
    loss = snippet.distillation_loss(student, torch.tensor(v), torch.tensor(y), T, hard)
    assert loss.item() == pytest.approx(by_hand(z, v, y, T, hard))
    loss.backward()
    p, q = (np.exp(log_softmax(a / T, axis=1)) for a in (z, v))
    of_hard = np.exp(log_softmax(z, axis=1)) - np.eye(4)[y]
    expected = (hard * of_hard + (1 - hard) * T * (p - q)) / 6  # T² / T
    np.testing.assert_allclose(student.grad, expected, atol=1e-12)


def test_accuracy_and_fit(snippet):
    x = torch.tensor([[2.0, 1.0], [0.0, 3.0], [1.0, 0.0]], dtype=torch.float64)
    assert snippet.accuracy(lambda z: z, x, torch.tensor([0, 0, 0])) == pytest.approx(2 / 3)
    models = [torch.nn.Linear(2, 1, dtype=torch.float64) for _ in range(2)]
    models[1].load_state_dict(models[0].state_dict())
    assert snippet.fit(models[0], lambda m: m(x).square().mean()) is models[0]
    optimiser = torch.optim.Adam(models[1].parameters(), 0.05)
    for _ in range(80):
        optimiser.zero_grad()
        models[1](x).square().mean().backward()
        optimiser.step()
    torch.testing.assert_close(models[0].weight, models[1].weight)
    still = models[1].weight.detach().clone()
    snippet.fit(models[1], lambda m: m(x).square().mean(), rate=0.0)
    torch.testing.assert_close(models[1].weight.detach(), still)


def test_data_and_conclusion(snippet):
    assert len(snippet.test[0]) == 597 and snippet.x.max() == 1
    teacher, labels, both, taught, ceiling = [
        float(line.split()[-1]) for line in snippet.printed.splitlines() if not line.endswith("accuracy")
    ]
    # 597 test images: standard error about 0.01, and five students
    assert labels + 0.02 < both < taught - 0.04 and taught <= ceiling <= teacher
