import numpy as np
import torch
from torch.nn.functional import scaled_dot_product_attention


def reference(snippet, x, adapted, first):
    """The same two layers in PyTorch, token by token projections."""
    h = torch.tensor(x)
    on = torch.arange(len(x)) >= first
    kept = []
    for layer in range(2):

        def project(states, name, layer=layer):
            W = torch.tensor(snippet.base[layer]["qkvo".index(name)])
            U = torch.tensor(snippet.update) if (layer, name) in adapted else torch.zeros_like(W)
            return torch.stack([(W + U * bool(on[t])) @ states[t] for t in range(len(states))])

        q, k, v = (project(h, name) for name in "qkv")
        kept.append(torch.stack([k, v]))
        h = h + project(scaled_dot_product_attention(q[None], k[None], v[None], is_causal=True)[0], "o")
    return torch.stack(kept).numpy()


def test_cache_is_that_of_pytorch(snippet):
    x = np.random.default_rng(7).normal(size=(5, snippet.d))
    for adapted, first in [
        (set(), 0),
        ({(0, "q")}, 0),
        ({(0, "v"), (1, "k")}, 2),
        ({(0, "o")}, 0),
        (snippet.every, 3),
        (snippet.every, 9),
    ]:
        np.testing.assert_allclose(snippet.cache(x, adapted, first), reference(snippet, x, adapted, first), atol=1e-10)
    assert snippet.cache(x, set()).shape == (2, 2, 5, snippet.d)
    np.testing.assert_array_equal(snippet.cache(x, snippet.every), snippet.cache(x, snippet.every, 0))


def test_what_the_page_concludes(snippet):
    lines = snippet.printed.splitlines()
    assert [line.split(": ")[1] for line in lines] == [
        "[False, False]",
        "[True, False]",
        "[True, True]",
        "[True, True]",
    ]
    late = snippet.cache(snippet.x, snippet.every, snippet.prompt)
    np.testing.assert_allclose(late[:, :, : snippet.prompt], snippet.plain)
    assert not np.allclose(late[:, :, snippet.prompt :], snippet.cache(snippet.x, set())[:, :, snippet.prompt :])
    assert [first for _, first in snippet.cases.values()] == [0, 0, 0, 6]
    assert [sorted(adapted) for adapted, _ in snippet.cases.values()][1:3] == [[(0, "q")], [(1, "o"), (1, "q")]]
    assert snippet.every == {(layer, name) for layer in (0, 1) for name in "qkvo"}
    assert np.linalg.matrix_rank(snippet.update) == 1 and snippet.prompt == 6 < len(snippet.x)


def test_demonstration_sizes(snippet):
    # weights keep a vector's variance, so the softmax is neither flat nor saturated
    assert 0.9 < snippet.base.std() * np.sqrt(snippet.d) < 1.1
    assert snippet.plain.shape == (2, 2, snippet.prompt, snippet.d) and len(snippet.x) == snippet.tokens
    rng = np.random.default_rng(0)
    np.testing.assert_allclose(snippet.base, rng.standard_normal((2, 4, 16, 16)) / 4)
    np.testing.assert_allclose(snippet.update, rng.standard_normal((16, 1)) @ rng.standard_normal((1, 16)) / 16)
    np.testing.assert_array_equal(snippet.x, rng.standard_normal((8, 16)))


def test_attention_is_safe_for_large_scores(snippet):
    q = 1e3 * np.eye(4, snippet.d)
    np.testing.assert_allclose(snippet.attend(q, q, np.arange(4.0)[:, None])[:, 0], np.arange(4))
