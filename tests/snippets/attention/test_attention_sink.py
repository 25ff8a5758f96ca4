import numpy as np
import torch
from torch.nn.functional import scaled_dot_product_attention


def test_plain_attention_is_torchs(snippet):
    rng = np.random.default_rng(1)
    for size in (1, 1000):  # the second overflows unless the maximum is subtracted
        q, K, V = size * rng.normal(size=(1, 5)), rng.normal(size=(7, 5)), rng.normal(size=(7, 4))
        expected = scaled_dot_product_attention(*(torch.tensor(a)[None] for a in (q, K, V)))[0, 0]
        np.testing.assert_allclose(snippet.attention((K @ q[0]) / np.sqrt(5), V), expected, rtol=1e-9)


def test_a_sink_is_one_more_key_with_value_zero(snippet):
    rng = np.random.default_rng(2)
    V = rng.normal(size=(6, 3))
    for scores, sink in ((rng.normal(size=6), 0.7), (rng.normal(size=6), 900), (rng.normal(size=6) - 900, -3)):
        # softmax over the scores and the sink, whose column is then dropped, as in gpt-oss
        weights = torch.tensor([*scores, sink]).softmax(-1)[:-1].numpy()
        np.testing.assert_allclose(snippet.attention(scores, V, sink), weights @ V, atol=1e-12)
    far_below = snippet.attention(scores, V, -1e6)
    np.testing.assert_allclose(far_below, snippet.attention(scores, V), rtol=1e-12)


def test_the_two_queries(snippet):
    K, V = snippet.K, snippet.V
    # no match: the plain mean without a sink; with it the sink leaves 32 / (32 + e^10) of the mean
    lines = snippet.printed.splitlines()
    mean = np.linalg.norm(V.mean(axis=0))
    match = np.linalg.norm(V[7])
    assert lines[0].endswith(f"match {match:.2f}, no match {mean:.4f}")
    assert lines[1].endswith(f"match {match:.2f}, no match {32 / (32 + np.exp(10)) * mean:.4f}")
    np.testing.assert_allclose(snippet.match, [K[7] @ k / 8 for k in K], rtol=1e-12)
    assert snippet.match.argmax() == 7 and snippet.match[7] > 50 + np.delete(snippet.match, 7).max()
    # 2048 draws: relative standard error of a standard deviation 1/64
    assert abs(K.std() / 4 - 1) < 0.05 and abs(V.std() - 1) < 0.05
    orthogonal = np.linalg.svd(K)[2][-1]  # 32 keys in 64 dimensions leave such a query
    np.testing.assert_allclose(K @ orthogonal, snippet.nothing, atol=1e-10)


def test_the_first_token(snippet):
    assert snippet.same
    np.testing.assert_allclose(
        snippet.attention(snippet.scores, snippet.values), snippet.attention(snippet.nothing, snippet.V, 10)
    )
    assert snippet.scores[0] == 10 and not snippet.values[0].any()
    assert len(snippet.values) == len(snippet.scores) == 33
    np.testing.assert_array_equal(snippet.values[1:], snippet.V)
