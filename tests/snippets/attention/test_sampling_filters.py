import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from transformers import MinPLogitsWarper, TopKLogitsWarper, TopPLogitsWarper

LOGITS = arrays(float, st.integers(2, 12), elements=st.floats(-20, 20), unique=True)


def warp(warper, z):
    return warper(None, torch.tensor(z)[None])[0].numpy()


@given(LOGITS, st.integers(1, 12), st.floats(0.05, 0.97))
def test_filters_are_those_of_transformers(snippet, z, k, share):
    z = np.round(z, 3) + np.arange(len(z)) * 1e-5  # no ties
    np.testing.assert_array_equal(snippet.top_k(z, min(k, len(z))), warp(TopKLogitsWarper(k), z))
    np.testing.assert_array_equal(snippet.min_p(z, share), warp(MinPLogitsWarper(share), z))
    sums = np.cumsum(np.sort(snippet.softmax(z))[::-1])
    if np.abs(sums - share).min() > 1e-9:  # a sum exactly on the line may fall either way
        np.testing.assert_array_equal(snippet.top_p(z, share), warp(TopPLogitsWarper(share), z))


def test_softmax_is_stable_and_right(snippet):
    z = np.array([1000.0, 999.0, -1000.0])
    np.testing.assert_allclose(snippet.softmax(z), torch.softmax(torch.tensor(z), 0), atol=1e-15)


def test_edges(snippet):
    z = np.log([0.5, 0.25, 0.25])
    np.testing.assert_array_equal(snippet.top_k(z, 2), z)  # a tie with the second is kept
    np.testing.assert_array_equal(np.isfinite(snippet.top_p(z, 0.5)), [True, False, False])
    np.testing.assert_array_equal(np.isfinite(snippet.top_p(z, 0.6)).sum(), 2)
    np.testing.assert_array_equal(snippet.min_p(z, 0.5), z)  # exactly half of the best stays
    assert np.isfinite(snippet.top_p(z, 0.01)).sum() == 1  # never empty


def test_printed_tables(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()]
    for row, z in ((rows[1], snippet.sure), (rows[2], snippet.unsure)):
        p = np.sort(torch.softmax(torch.tensor(z), 0).numpy())[::-1]
        count = 1 + (np.cumsum(p) < 0.9).sum()
        assert [int(x) for x in row[1:]] == [4, count, (p >= 0.1 * p[0]).sum()]
    for row, T in zip(rows[4:7], (0.5, 1.0, 2.0), strict=True):
        d = torch.distributions.Categorical(logits=torch.tensor(snippet.sure) / T)
        assert [float(x) for x in row] == [T, round(d.probs.max().item(), 3), round(d.entropy().item(), 3)]
    np.testing.assert_allclose(snippet.unsure, 1 - 0.1 * np.arange(8))
    assert snippet.T == 3
    hot = warp(TopPLogitsWarper(0.9), snippet.sure / 3)
    np.testing.assert_allclose(snippet.hot, torch.softmax(torch.tensor(hot), 0))
    cut = warp(TopPLogitsWarper(0.9), snippet.sure) / 3
    np.testing.assert_allclose(snippet.cut, torch.softmax(torch.tensor(cut), 0))
    assert np.isfinite(hot).sum() > np.isfinite(cut).sum()
    assert rows[7][-5] == str(np.isfinite(hot).sum()) and rows[7][-1] == str(np.isfinite(cut).sum())
