import numpy as np
import torch
from torch.nn.functional import scaled_dot_product_attention


def test_weights_are_those_of_causal_attention(snippet):
    rng = np.random.default_rng(1)
    Q, K = rng.normal(size=(2, 5, 3)) * 2
    eye = torch.eye(5, dtype=torch.float64)[None]
    expected = scaled_dot_product_attention(torch.tensor(Q)[None], torch.tensor(K)[None], eye, is_causal=True)[0]
    np.testing.assert_allclose(snippet.causal_attention_weights(Q, K), expected, atol=1e-12)
    assert np.isfinite(snippet.causal_attention_weights(1e3 * Q, 1e3 * K)).all()


def test_each_token_looks_at_its_own_copies(snippet):
    text, weights = snippet.text, snippet.weights
    for i, word in enumerate(text):
        copies = [j for j in range(i + 1) if text[j] == word]
        others = [j for j in range(i + 1) if text[j] != word]
        np.testing.assert_allclose(weights[i, copies], weights[i, i])  # equal shares
        assert weights[i, copies].sum() > 0.7
        if others:  # one-hot tokens: the score is 8/√6 for a copy and 0 for another token
            np.testing.assert_allclose(weights[i, copies[0]] / weights[i, others], np.exp(8 / 6**0.5))
    np.testing.assert_allclose(weights.sum(-1), 1)
    assert not np.triu(weights, 1).any()


def test_tokens_are_one_hot(snippet):
    assert snippet.vocabulary == sorted(set(snippet.text)) and len(snippet.vocabulary) == 6
    np.testing.assert_array_equal(snippet.X @ snippet.X.T, [[a == b for b in snippet.text] for a in snippet.text])


def test_picture(snippet):
    figure = snippet.figures[0]
    ax = figure.axes[0]
    np.testing.assert_array_equal(ax.images[0].get_array(), snippet.weights)
    for axis in (ax.xaxis, ax.yaxis):
        assert [t.get_text() for t in axis.get_ticklabels()] == snippet.text
        assert list(axis.get_ticklocs()) == list(range(9))
        assert not any(line.get_visible() for line in axis.get_gridlines())
    assert ax.get_xlabel().startswith("key") and ax.get_ylabel().startswith("query")
    assert {t.get_rotation() for t in ax.get_xticklabels()} == {60}
    assert figure.axes[1].get_ylabel() == "weight" and list(figure.get_size_inches()) == [6, 5]
