import numpy as np
import pytest
import torch

RNG = np.random.default_rng(1)


@pytest.mark.parametrize("scale", [0, 1, 300])
def test_pooling_is_attention_with_one_query(snippet, scale):
    tokens, query = RNG.normal(size=(17, 12)), scale * RNG.normal(size=12)
    pooled, weights = snippet.attention_pool(query, tokens)
    q, kv = torch.tensor(query)[None, None], torch.tensor(tokens)[None]
    expected = torch.nn.functional.scaled_dot_product_attention(q, kv, kv)[0, 0]
    np.testing.assert_allclose(pooled, expected, atol=1e-12)
    np.testing.assert_allclose(weights, torch.softmax(kv[0] @ q[0, 0] / 12**0.5, dim=0), atol=1e-12)


def test_a_zero_query_is_the_mean_and_a_long_one_the_maximum(snippet):
    tokens = RNG.normal(size=(30, 8))
    pooled, weights = snippet.attention_pool(np.zeros(8), tokens)
    np.testing.assert_allclose(pooled, tokens.mean(axis=0))
    np.testing.assert_allclose(weights, 1 / 30)
    query = np.eye(8)[3] * 1e6
    pooled, weights = snippet.attention_pool(query, tokens)
    np.testing.assert_allclose(pooled, tokens[tokens[:, 3].argmax()])
    assert weights.max() == pytest.approx(1)


def test_the_mean_dilutes_and_attention_finds(snippet):
    rows = [line.replace(",", "").split() for line in snippet.printed.splitlines()[2:]]
    found = np.array([[float(row[i]) for i in (0, 3, 5, 9)] for row in rows])
    patches, mean, attention, weight = found.T
    np.testing.assert_array_equal(patches, [1, 14, 196])
    # the mean of 196 standard normal numbers has a standard error of 1/14
    np.testing.assert_allclose(mean, 10 * patches / 196, atol=4 / 14)
    assert (attention > 9).all()
    assert (weight > 0.99).all()
    assert weight[2] == 1


def test_the_page_logits_commute_with_the_mean(snippet):
    assert snippet.printed.splitlines()[0].endswith("True")
    assert snippet.same
    assert snippet.votes.shape == (10,)
    assert snippet.tokens.shape == (196, 64)
    # votes were counted before the patches were changed: recompute from the same stream
    rng = np.random.default_rng(0)
    tokens, classifier = rng.normal(size=(196, 64)), rng.normal(size=(10, 64))
    np.testing.assert_allclose(snippet.votes, classifier @ tokens.mean(axis=0))
