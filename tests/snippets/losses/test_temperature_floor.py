import numpy as np
import pytest
import torch


def test_the_simplex_is_one(snippet):
    for N in (2, 3, 10):
        z = snippet.simplex(N)
        assert (np.diag(z) > 0).all()  # corner i points along axis i
        np.testing.assert_allclose(z @ z.T, np.where(np.eye(N) == 1, 1, -1 / (N - 1)), atol=1e-12)


@pytest.mark.parametrize("temperature", [0.05, 0.3, 1.0, 4.0])
def test_the_loss_is_info_nce_and_the_simplex_reaches_the_floor(snippet, temperature):
    rng = np.random.default_rng(0)
    z = rng.normal(size=(6, 4))
    expected = torch.nn.functional.cross_entropy(torch.tensor(z @ z.T / temperature), torch.arange(6))
    assert snippet.info_nce(z, temperature) == pytest.approx(expected.item())
    for N in (2, 7):
        assert snippet.info_nce(snippet.simplex(N), temperature) == pytest.approx(snippet.floor(N, temperature))


def test_gradient_descent_on_free_queries_and_keys_does_not_get_below(snippet):
    torch.manual_seed(0)
    N, temperature = 5, 0.7
    q, k = torch.randn(2, N, 6, dtype=torch.float64).requires_grad_().unbind()
    q, k = q.detach().requires_grad_(), k.detach().requires_grad_()
    optimizer = torch.optim.LBFGS([q, k], max_iter=300, line_search_fn="strong_wolfe")

    def loss():
        optimizer.zero_grad()
        unit = torch.nn.functional.normalize
        value = torch.nn.functional.cross_entropy(unit(q) @ unit(k).T / temperature, torch.arange(N))
        value.backward()
        return value

    optimizer.step(loss)
    reached = loss().item()
    assert snippet.floor(N, temperature) - 1e-9 <= reached < snippet.floor(N, temperature) + 1e-4


def test_the_conclusion(snippet):
    assert snippet.N == 256
    assert snippet.floor(256, 1.0) > 0.8 * np.log(256) and snippet.floor(256, 0.07) < 0.001
