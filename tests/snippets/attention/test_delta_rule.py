import numpy as np
import torch


def data(seed):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(5, 3)), rng.normal(size=5), rng.normal(size=3)


def test_delta_is_a_gradient_step_on_the_squared_error(snippet):
    for seed, beta in ((1, 0.3), (2, 1.0)):
        S, k, v = data(seed)
        T = torch.tensor(S, requires_grad=True)
        (0.5 * ((torch.tensor(k) @ T - torch.tensor(v)) ** 2).sum()).backward()
        np.testing.assert_allclose(snippet.delta(S, k, v, beta), S - beta * T.grad.numpy())
        # the same with the transition matrix of the page
        expected = (np.eye(5) - beta * np.outer(k, k)) @ S + beta * np.outer(k, v)
        np.testing.assert_allclose(snippet.delta(S, k, v, beta), expected)


def test_a_unit_key_reads_back_what_was_written(snippet):
    S, k, v = data(3)
    k /= np.linalg.norm(k)
    new = snippet.delta(S, k, v, 1.0)
    np.testing.assert_allclose(k @ new, v)
    other = np.linalg.svd(k[None])[2][1:]  # orthogonal keys keep what they hold
    np.testing.assert_allclose(other @ new, other @ S, atol=1e-12)
    np.testing.assert_allclose(k @ snippet.delta(S, k, v, 0.25), 0.75 * (k @ S) + 0.25 * v)


def test_additive_and_gated(snippet):
    S, k, v = data(4)
    np.testing.assert_allclose(snippet.additive(S, k, v), S + k[:, None] * v)
    np.testing.assert_allclose(snippet.gated(S, k, v, 0.3), 0.3 * S + k[:, None] * v)


def test_printed(snippet):
    rows = [line.replace("gated, 0.5", "gated").split() for line in snippet.printed.splitlines()]
    read = {row[0]: (float(row[2]), float(row[6])) for row in rows}
    assert read == {"additive": (1 + 3, 5), "gated": (0.25 * 1 + 3, 0.5 * 5), "delta": (3, 5)}
    keys = np.array([snippet.paris, snippet.rome])
    np.testing.assert_allclose(keys @ keys.T, np.eye(2), atol=1e-12)
    assert snippet.writes[0][0] is snippet.paris is snippet.writes[2][0] and snippet.S.shape == (2, 1)
