import numpy as np
import torch
from torch.nn.functional import relu, scaled_dot_product_attention


def whole_sequence(tokens, embedding, layers):
    embedding, layers = torch.tensor(embedding), torch.tensor(layers)
    x = embedding[tokens]
    for Wq, Wk, Wv, W1, W2 in layers:
        x = x + scaled_dot_product_attention((x @ Wq)[None], (x @ Wk)[None], (x @ Wv)[None], is_causal=True)[0]
        x = x + relu(x @ W1) @ W2
    return (x @ embedding.T).numpy()


def test_every_way_to_cut_the_sequence_gives_torchs_logits(snippet):
    rng = np.random.default_rng(5)
    embedding, layers = rng.normal(size=(20, 6)), rng.normal(size=(3, 5, 6, 6)) / 2
    tokens = rng.integers(20, size=9)
    expected = whole_sequence(tokens, embedding, layers)
    for cuts in ([], [1, 2, 3, 4, 5, 6, 7, 8], [4], [3, 6, 8]):
        cache = {}
        logits = [snippet.forward(part, embedding, layers, cache) for part in np.split(tokens, cuts)]
        np.testing.assert_allclose(np.vstack(logits), expected, rtol=1e-9, atol=1e-9)
        assert cache[2][0].shape == cache[2][1].shape == (9, 6)


def test_one_shared_prefix_serves_two_continuations(snippet):
    rng = np.random.default_rng(6)
    embedding, layers = rng.normal(size=(20, 4)), rng.normal(size=(2, 5, 4, 4)) / 2
    prefix = rng.integers(20, size=5)
    cache = {}
    snippet.forward(prefix, embedding, layers, cache)
    for end in ([1, 2], [7, 3, 3]):
        logits = snippet.forward(np.array(end), embedding, layers, dict(cache))
        expected = whole_sequence(np.append(prefix, end), embedding, layers)[5:]
        np.testing.assert_allclose(logits, expected, rtol=1e-9, atol=1e-9)


def test_softmax_is_stable(snippet):
    z = np.random.default_rng(1).normal(size=(3, 5)) * 1000
    np.testing.assert_allclose(snippet.softmax(z), torch.softmax(torch.tensor(z), -1), atol=1e-12)


def test_what_is_printed(snippet):
    np.testing.assert_allclose(
        snippet.whole, whole_sequence(snippet.tokens, snippet.embedding, snippet.layers), atol=1e-10
    )
    np.testing.assert_allclose(np.vstack(snippet.logits), snippet.whole, atol=1e-12)
    assert [len(part) for part in snippet.parts] == [5, 5, 2] == snippet.sizes
    assert 1e-16 < snippet.layers.std() < 0.3 and abs(snippet.embedding.std() - 0.25) < 0.02  # 1 / sqrt(16)
    assert abs(snippet.layers.std() - 0.25) < 0.02 and snippet.tokens.shape == (12,)
    assert snippet.embedding.shape == (50, 16) and snippet.layers.shape == (2, 5, 16, 16)
    assert snippet.printed.count("True") == 3 and "False" not in snippet.printed
    assert f"{1000 * 1001 // 2} without" in snippet.printed
