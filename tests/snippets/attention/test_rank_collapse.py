import numpy as np
import torch
from torch.nn.functional import scaled_dot_product_attention


def torch_attention(X, Wq, Wk, Wv):
    X, Wq, Wk, Wv = (torch.tensor(a) for a in (X, Wq, Wk, Wv))
    return scaled_dot_product_attention((X @ Wq)[None], (X @ Wk)[None], (X @ Wv)[None])[0].numpy()


def test_attention_is_torchs(snippet):
    rng = np.random.default_rng(1)
    for n, d, size in ((5, 3, 1), (9, 4, 30)):  # the second would overflow without the maximum
        X, W = size * rng.normal(size=(n, d)), rng.normal(size=(3, d, d))
        np.testing.assert_allclose(snippet.attention(X, *W), torch_attention(X, *W), rtol=1e-9, atol=1e-9)
    assert np.isfinite(snippet.attention(1e3 * X, *W)).all()


def test_disagreement(snippet):
    row = np.array([3.0, 4.0])
    assert snippet.disagreement(np.tile(row, (7, 1))) < 1e-12
    assert snippet.disagreement(np.array([row, -row])) == 1
    # mean (3, 4), differences (1, 0) and (-1, 0): squares 2 of 52
    np.testing.assert_allclose(snippet.disagreement(np.array([[4.0, 4], [2, 4]])), np.sqrt(2 / 52))


def test_history_applies_the_layers_in_turn(snippet):
    rng = np.random.default_rng(2)
    X, layers = rng.normal(size=(6, 4)), rng.normal(size=(2, 3, 4, 4))
    for skip in (0, 1):
        first = skip * X + torch_attention(X, *layers[0])
        second = skip * first + torch_attention(first, *layers[1])
        expected = [snippet.disagreement(Y) for Y in (X, first, second)]
        np.testing.assert_allclose(snippet.history(X, layers, skip), expected, rtol=1e-9)


def test_differences_are_cubed(snippet):
    # sixteen other layers: ten times smaller differences leave a thousandth
    rng = np.random.default_rng(3)
    for _ in range(16):
        W = rng.normal(size=(3, 16, 16)) / 4
        mean, differences = rng.normal(size=16), rng.normal(size=(20, 16))
        large, small = (snippet.disagreement(torch_attention(mean + size * differences, *W)) for size in (1e-2, 1e-3))
        assert 700 < large / small < 1400
    printed = [float(line.split()[-1]) for line in snippet.printed.splitlines()[2:]]
    np.testing.assert_allclose(np.array(printed[:-1]) / printed[1:], 1000, rtol=1e-9)


def test_what_the_page_says(snippet):
    rng = np.random.default_rng(4)
    for _ in range(5):  # other tokens and weights
        X, layers = rng.normal(size=(64, 32)), rng.normal(size=(3, 3, 32, 32)) / np.sqrt(32)
        assert snippet.history(X, layers, 0)[-1] < 1e-4
        assert snippet.history(X, layers, 1)[-1] > 0.8
    assert snippet.history(snippet.X, snippet.layers, 0)[-1] < 1e-6
    assert len(snippet.layers) == 3
    assert abs(snippet.layers.std() * np.sqrt(32) - 1) < 0.05  # 9216 draws: standard error 0.7 %
    tokens = snippet.mean + 0.001 * snippet.differences
    np.testing.assert_allclose(snippet.out, torch_attention(tokens, *snippet.layers[0]), rtol=1e-9)
    assert snippet.X.shape == snippet.differences.shape == (64, 32)
