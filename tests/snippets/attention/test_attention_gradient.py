import numpy as np
import pytest
import torch
from torch.nn.functional import scaled_dot_product_attention


def test_gradients_are_those_of_autograd(snippet):
    rng = np.random.default_rng(3)
    for queries, keys, d_k, d_v in ((1, 1, 1, 1), (2, 6, 3, 5), (7, 2, 9, 1)):
        Q, K, V, G = (rng.normal(0, 2, size=s) for s in ((queries, d_k), (keys, d_k), (keys, d_v), (queries, d_v)))
        tensors = [torch.tensor(X, requires_grad=True) for X in (Q, K, V)]
        output = scaled_dot_product_attention(*(t[None] for t in tensors))[0]
        output.backward(torch.tensor(G))
        np.testing.assert_allclose(snippet.forward(Q, K, V)[0], output.detach(), atol=1e-12)
        *ours, dS = snippet.backward(Q, K, V, G)
        for gradient, tensor in zip(ours, tensors, strict=True):
            np.testing.assert_allclose(gradient, tensor.grad, atol=1e-12)
        scores = torch.tensor(Q @ K.T / d_k**0.5, requires_grad=True)
        (scores.softmax(-1) @ torch.tensor(V)).backward(torch.tensor(G))
        np.testing.assert_allclose(dS, scores.grad, atol=1e-12)
        np.testing.assert_allclose(dS.sum(-1), 0, atol=1e-12)


def test_softmax_is_stable(snippet):
    np.testing.assert_allclose(snippet.softmax(np.array([[1e4, 1e4], [0, -1e4]])), [[0.5, 0.5], [1, 0]])
    batch = np.random.default_rng(1).normal(size=(3, 4))
    np.testing.assert_allclose(snippet.softmax(batch), torch.tensor(batch).softmax(-1))


def test_central_differences(snippet):
    X = np.array([[1.0, -2.0], [0.5, 3.0]])
    np.testing.assert_allclose(snippet.central_differences(lambda Z: np.sum(Z**3), X), 3 * X**2, atol=1e-8)
    # exact for quadratics, whatever the step
    result = snippet.central_differences(lambda Z: np.sum(Z**2), X, step=0.5)
    np.testing.assert_allclose(result, 2 * X, atol=1e-12)
    seen = []
    snippet.central_differences(lambda Z: seen.append(Z.copy()) or 0.0, X)
    assert max(np.abs(Z - X).max() for Z in seen) == pytest.approx(1e-5, rel=1e-4)


def test_a_saturated_row_passes_no_gradient_to_the_scores(snippet):
    Q, K = np.array([[50.0, 0.0]]), np.array([[10.0, 0.0], [-10.0, 0.0]])
    dQ, dK, dV, _ = snippet.backward(Q, K, np.eye(2), np.array([[1.0, -1.0]]))
    assert np.abs(dQ).max() < 1e-100 and np.abs(dK).max() < 1e-100
    np.testing.assert_allclose(dV, [[1, -1], [0, 0]], atol=1e-100)


def test_demonstration(snippet):
    for ours, check in zip((snippet.dQ, snippet.dK, snippet.dV), snippet.numeric, strict=True):
        np.testing.assert_allclose(ours, check, atol=1e-8)
        assert np.abs(ours).max() > 0.01
    assert snippet.printed.count("off by 0.000000") == 3 and snippet.printed.endswith("True\n")
