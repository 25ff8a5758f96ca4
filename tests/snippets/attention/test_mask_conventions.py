import numpy as np
import torch


def uniform(keep):
    keep = np.asarray(keep, dtype=float)
    return keep / keep.sum(-1, keepdims=True)


def test_true_keeps_in_one_and_hides_in_the_other(snippet):
    keep = torch.tensor([[1, 0, 1, 0], [1, 1, 1, 0], [0, 0, 0, 1], [1, 1, 1, 1]], dtype=torch.bool)
    np.testing.assert_allclose(snippet.weights_of(4, 4, attn_mask=keep), uniform(keep), rtol=1e-6)
    np.testing.assert_allclose(snippet.module_weights(~keep)[...], uniform(keep), rtol=1e-6)
    swapped = snippet.module_weights(keep).numpy()
    np.testing.assert_allclose(swapped[:3], uniform(~keep[:3]), rtol=1e-6)
    assert np.isnan(swapped[3]).all()  # a query that kept all now sees nothing


def test_a_float_mask_is_added(snippet):
    bias = torch.randn(2, 5, generator=torch.Generator().manual_seed(1))
    torch.testing.assert_close(snippet.weights_of(2, 5, attn_mask=bias), bias.softmax(-1))
    square = torch.randn(3, 3, generator=torch.Generator().manual_seed(2))
    torch.testing.assert_close(snippet.module_weights(square), square.softmax(-1))
    numeric = snippet.weights_of(3, 3, attn_mask=snippet.mask * 1.0)
    torch.testing.assert_close(numeric, snippet.mask.float().softmax(-1))
    assert (numeric > 0).all()


def test_is_causal_counts_from_the_top_left(snippet):
    for queries, keys in ((1, 4), (3, 5), (4, 4)):
        i, j = np.indices((queries, keys))
        np.testing.assert_allclose(snippet.weights_of(queries, keys, is_causal=True), uniform(j <= i), rtol=1e-6)
        right = snippet.weights_of(queries, keys, attn_mask=snippet.causal_lower_right(queries, keys))
        np.testing.assert_allclose(right, uniform(j <= i + keys - queries), rtol=1e-6)


def test_the_demonstration(snippet):
    assert torch.equal(snippet.mask, torch.tensor([[1, 0, 0], [1, 1, 0], [1, 1, 1]], dtype=torch.bool))
    blocks = snippet.printed.split("MultiheadAttention, ~mask\n")
    assert blocks[0].splitlines()[1:] == blocks[1].splitlines()[:3]  # the two agree
    assert snippet.printed.endswith("[0.25 0.25 0.25 0.25]]\n")  # the newest token sees all


def test_show_prints_rounded_weights(snippet, capsys):
    snippet.show("name", torch.tensor([[0.123, 0.877]]))
    assert capsys.readouterr().out == "name\n[[0.12 0.88]]\n"
