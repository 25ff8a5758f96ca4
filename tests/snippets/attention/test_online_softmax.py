import numpy as np
import torch
from torch.nn.functional import scaled_dot_product_attention


def direct(Q, K, V):
    return scaled_dot_product_attention(*(torch.tensor(x)[None] for x in (Q, K, V)))[0].numpy()


def test_every_tile_size_gives_the_exact_output(snippet):
    rng = np.random.default_rng(3)
    Q, K, V = rng.normal(size=(5, 6)) * 4, rng.normal(size=(11, 6)), rng.normal(size=(11, 3))
    for block in (1, 2, 3, 5, 11, 20):
        np.testing.assert_allclose(snippet.attention(Q, K, V, block), direct(Q, K, V), atol=1e-12)


def test_scores_are_formed_a_tile_at_a_time(snippet, monkeypatch):
    shapes, original = [], snippet.tile
    monkeypatch.setattr(snippet, "tile", lambda Q, K, V: shapes.append(K.shape) or original(Q, K, V))
    snippet.attention(np.ones((2, 4)), np.ones((7, 4)), np.ones((7, 1)), 3)
    assert shapes == [(3, 4), (3, 4), (1, 4)]


def test_large_scores_do_not_overflow(snippet):
    rng = np.random.default_rng(4)
    Q, K, V = rng.normal(size=(3, 9, 4)) * 100
    with np.errstate(over="raise", invalid="raise"):
        np.testing.assert_allclose(snippet.attention(Q, K, V, 2), direct(Q, K, V), atol=1e-9)


def test_merging_is_associative_and_commutative_with_a_neutral_start(snippet):
    rng = np.random.default_rng(5)
    Q = rng.normal(size=(4, 6))
    a, b, c = (snippet.tile(Q, rng.normal(size=(3, 6)) * 3, rng.normal(size=(3, 2))) for _ in range(3))
    for one, other in (
        (snippet.merge(a, snippet.merge(b, c)), snippet.merge(snippet.merge(a, b), c)),
        (snippet.merge(a, b), snippet.merge(b, a)),
        (snippet.merge(snippet.start(4, 2), a), a),
    ):
        for x, y in zip(one, other, strict=True):
            np.testing.assert_allclose(x, y, rtol=1e-12, atol=1e-15)


def test_state(snippet):
    rng = np.random.default_rng(6)
    Q, K, V = rng.normal(size=(2, 4)), rng.normal(size=(5, 4)), rng.normal(size=(5, 3))
    m, total, output = snippet.merge(snippet.tile(Q, K[:2], V[:2]), snippet.tile(Q, K[2:], V[2:]))
    scores = torch.tensor(Q) @ torch.tensor(K).T / 2
    np.testing.assert_allclose(m[:, 0] + np.log(total[:, 0]), torch.logsumexp(scores, 1))
    np.testing.assert_allclose(m[:, 0], scores.max(1).values)
    np.testing.assert_allclose(output / total, direct(Q, K, V))


def test_printed(snippet):
    expected = direct(snippet.Q, snippet.K, snippet.V)
    np.testing.assert_allclose(snippet.output / snippet.total, expected, atol=1e-10)
    np.testing.assert_allclose(snippet.ring[2] / snippet.ring[1], expected, atol=1e-10)
    assert snippet.printed.count("True") == 4 and "False" not in snippet.printed
    assert snippet.Q.shape == (96, 8) and 4.5 < snippet.Q.std() < 5.5
    assert sum(len(p[0]) for p in snippet.parts) == 4 * 96
