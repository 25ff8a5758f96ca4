import numpy as np
import pytest
import torch


def torch_train(decay, momentum, decoupled, steps, lr):
    theta = torch.ones(2, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([theta], lr=lr, momentum=momentum, weight_decay=0 if decoupled else decay)
    for _ in range(steps):
        optimizer.zero_grad()
        ((theta[0] - 3) ** 2 / 2 + 0 * theta[1]).backward()
        if decoupled:
            with torch.no_grad():
                theta.mul_(1 - lr * decay)
        optimizer.step()
    return theta.detach().numpy()


@pytest.mark.parametrize("momentum", [0.0, 0.6])
@pytest.mark.parametrize("decoupled", [False, True])
def test_train_is_torch(snippet, momentum, decoupled):
    for steps in (1, 2, 57):
        expected = torch_train(0.3, momentum, decoupled, steps, 0.05)
        np.testing.assert_allclose(snippet.train(0.3, momentum, decoupled, steps, 0.05), expected, atol=1e-10)
    np.testing.assert_allclose(
        snippet.train(0.3, momentum, decoupled), torch_train(0.3, momentum, decoupled, 200, 0.1), atol=1e-10
    )


def test_plain_sgd_cannot_tell_them_apart(snippet):
    for decay in (0.01, 0.5):
        np.testing.assert_allclose(snippet.train(decay, 0.0, False), snippet.train(decay, 0.0, True), atol=1e-12)


def test_with_momentum_the_decoupled_decay_is_weaker_by_one_minus_momentum(snippet):
    for momentum in (0.5, 0.9):
        for decay in (0.1, 0.4):
            l2, decoupled = (snippet.train(decay, momentum, kind, steps=3000)[0] for kind in (False, True))
            assert l2 == pytest.approx(3 / (1 + decay))
            assert decoupled == pytest.approx(3 / (1 + decay * (1 - momentum)))


def test_printed_rows(snippet):
    rows = [line.split()[-2:] for line in snippet.printed.splitlines()]
    assert rows[0] == rows[1] == ["2.727", f"{0.99**200:.3f}"]
    assert rows[2] == ["2.727", "0.000"] and rows[3] == [f"{3 / 1.01:.3f}", f"{0.99**200:.3f}"]
