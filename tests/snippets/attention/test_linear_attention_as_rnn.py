import numpy as np
import torch


def quadratic(Q, K, V):
    Q, K, V = (torch.tensor(x) for x in (Q, K, V))
    phi = lambda x: torch.nn.functional.elu(x) + 1  # noqa: E731
    out = []
    for i in range(len(Q)):
        weights = torch.stack([phi(Q[i]) @ phi(K[j]) for j in range(i + 1)])
        out.append((weights / weights.sum()) @ V[: i + 1])
    return torch.stack(out).numpy()


def run(snippet, Q, K, V):
    state, normaliser, out = np.zeros((K.shape[1], V.shape[1])), np.zeros(K.shape[1]), []
    for q, k, v in zip(Q, K, V, strict=True):
        state, normaliser, y = snippet.step(state, normaliser, q, k, v)
        out.append(y)
    return np.array(out), state, normaliser


def test_both_forms_are_the_sum_over_earlier_tokens(snippet):
    rng = np.random.default_rng(7)
    Q, K, V = rng.normal(size=(9, 3)) * 2, rng.normal(size=(9, 3)) * 2, rng.normal(size=(9, 5))
    np.testing.assert_allclose(snippet.parallel(Q, K, V), quadratic(Q, K, V), rtol=1e-10)
    out, state, normaliser = run(snippet, Q, K, V)
    np.testing.assert_allclose(out, quadratic(Q, K, V), rtol=1e-10)
    np.testing.assert_allclose(state, snippet.feature(K).T @ V)
    np.testing.assert_allclose(normaliser, snippet.feature(K).sum(axis=0))


def test_the_past_is_not_changed_by_a_step(snippet):
    state, normaliser = np.zeros((2, 1)), np.zeros(2)
    snippet.step(state, normaliser, np.ones(2), np.ones(2), np.ones(1))
    assert not state.any() and not normaliser.any()


def test_feature_is_elu_plus_one(snippet):
    x = np.array([-30.0, -1.0, -1e-3, 0.0, 1e-3, 2.0])
    np.testing.assert_allclose(snippet.feature(x), torch.nn.functional.elu(torch.tensor(x)) + 1, atol=1e-15)
    assert (snippet.feature(x) > 0).all()


def test_printed(snippet):
    assert "recurrent: True" in snippet.printed and "state (8, 4) normaliser (8,)" in snippet.printed
    np.testing.assert_allclose(snippet.outputs, quadratic(snippet.Q, snippet.K, snippet.V), rtol=1e-9)
    assert f"held after 200 tokens: {8 * 4 + 8}, in a cache {200 * (8 + 4)}" in snippet.printed
    assert f"cache of {(128 + 1) / 2} tokens" in snippet.printed
