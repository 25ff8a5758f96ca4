import numpy as np
import pytest
import torch


@pytest.mark.parametrize("decoupled", [False, True])
@pytest.mark.parametrize("options", [{}, {"lr": 0.03}])
def test_train_is_torch(snippet, decoupled, options):
    gradients = np.random.default_rng(5).normal(size=(80, 4)) * [1e-4, 0.1, 3, 100]
    start = np.array([1.0, -2.0, 0.5, 3.0])
    theta = torch.tensor(start)
    optimizer = torch.optim.AdamW if decoupled else torch.optim.Adam
    optimizer = optimizer([theta], weight_decay=0.2, lr=options.get("lr", 0.01))
    for g in gradients:
        theta.grad = torch.tensor(g)
        optimizer.step()
    np.testing.assert_allclose(snippet.train(start, gradients, 0.2, decoupled, **options), theta.numpy(), rtol=1e-9)


def test_l2_decays_weights_with_large_gradients_less_and_adamw_all_alike(snippet):
    l2, decoupled = ([float(x) for x in line.split()[-3:]] for line in snippet.printed.splitlines()[1:3])
    assert l2[0] < 0.02 < l2[1] < l2[2] and l2[2] > 0.85
    # 400 runs; AdamW's noise is at most sqrt(lr/(2 decay)) = 0.22 a weight, 0.011 the mean
    np.testing.assert_allclose(decoupled, np.exp(-1), atol=0.045)
    assert snippet.printed.splitlines()[3].endswith(f"{np.exp(1000 * np.log(1 - 0.001)):.2f}")
    assert snippet.noise.shape == (1000, 400, 3)
    np.testing.assert_allclose(snippet.noise.std(axis=(0, 1)), [0.1, 1, 10], rtol=0.01)


def test_without_a_gradient_l2_shrinks_by_nearly_lr_whatever_the_decay(snippet):
    lines = [line.replace(",", "").split() for line in snippet.printed.splitlines()[4:]]
    assert lines[0][-3] == lines[1][-3]
    for decay, line in zip((0.1, 0.001), lines, strict=True):
        theta = torch.ones(1, dtype=torch.float64)
        optimizer = torch.optim.Adam([theta], lr=0.01, weight_decay=decay)
        for _ in range(50):
            theta.grad = torch.zeros(1, dtype=torch.float64)
            optimizer.step()
        assert line[-3] == f"{theta.item():.2f}"
        assert 0.4 < 1 - theta.item() < 0.5  # 50 steps of at most lr
        assert line[-1] == f"{(1 - 0.01 * decay) ** 50:.3f}"
