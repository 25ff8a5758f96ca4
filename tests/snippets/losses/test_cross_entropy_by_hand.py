import numpy as np
import pytest
import torch


@pytest.mark.parametrize("ignore", [-100, 2, -1])
def test_loss_and_gradient_agree_with_pytorch(snippet, ignore):
    rng = np.random.default_rng(1)
    for size, classes in ((1, 2), (7, 3), (20, 6)):
        logits = rng.normal(0, 3, size=(size, classes))
        labels = rng.integers(0, min(classes, 3), size=size)
        labels[1:][rng.random(size - 1) < 0.3] = ignore
        labels[0] = 0
        z = torch.tensor(logits, requires_grad=True)
        loss = torch.nn.functional.cross_entropy(z, torch.tensor(labels), ignore_index=ignore)
        loss.backward()
        value, gradient = snippet.cross_entropy(logits, labels, ignore)
        assert value == pytest.approx(loss.item())
        np.testing.assert_allclose(gradient, z.grad, atol=1e-12)


def test_extreme_logits_and_the_default_padding(snippet):
    logits = np.array([[1000.0, -1000.0], [-1000.0, 1000.0], [5.0, 5.0]])
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        value, gradient = snippet.cross_entropy(logits, np.array([0, 0, -100]))
    assert value == 1000
    np.testing.assert_allclose(gradient, [[0, 0], [-0.5, 0.5], [0, 0]])
