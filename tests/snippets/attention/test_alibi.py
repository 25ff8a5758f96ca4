import numpy as np
import torch
from transformers.models.bloom.modeling_bloom import build_alibi_tensor


def test_slopes_and_weights_are_those_of_bloom(snippet):
    rng = np.random.default_rng(7)
    for heads, n in ((1, 3), (4, 9), (16, 30)):
        # Bloom adds slope * key position
        theirs = build_alibi_tensor(torch.ones(1, n), heads, torch.float64).numpy()
        np.testing.assert_allclose(theirs[:, 0, 1], snippet.slopes(heads), rtol=1e-6)
        scores = rng.normal(size=(heads, n, n))
        hidden = torch.ones(n, n).triu(1).bool()
        expected = torch.tensor(scores + theirs).masked_fill(hidden, -torch.inf).softmax(-1)
        np.testing.assert_allclose(snippet.causal_softmax(scores + snippet.bias(heads, n)), expected, atol=1e-6)


def test_bias_is_minus_slope_times_distance(snippet):
    B = snippet.bias(2, 6)
    for h, slope in enumerate((2**-4, 2**-8)):
        for i in range(6):
            for j in range(6):
                assert B[h, i, j] == -slope * (i - j)


def test_softmax_does_not_overflow(snippet):
    weights = snippet.causal_softmax(np.array([[5e4, 0], [-5e4, -5e4]]))
    np.testing.assert_allclose(weights, [[1, 0], [0.5, 0.5]])


def test_reach_of_a_head(snippet):
    # geometric weights: the nearest r tokens hold 1 - exp(-m r)
    for head, slope in ((1, 0.5), (4, 2.0**-4), (8, 2.0**-8)):
        reach = int(np.ceil(np.log(100) / slope))
        assert f"head {head}: 99 % of the weight within {reach} tokens" in snippet.printed
    assert snippet.same
    np.testing.assert_allclose(
        snippet.causal_softmax(snippet.scores + snippet.key_only), snippet.by_distance, atol=1e-12
    )
    assert snippet.scores.std() > 0.9
