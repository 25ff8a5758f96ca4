import numpy as np
import torch
from torch.nn.functional import scaled_dot_product_attention


def test_the_mask_is_causal_and_hides_padding(snippet):
    keep = snippet.keep_mask([5, 1, 3], 5)
    for b, length in enumerate([5, 1, 3]):
        for i in range(5):
            assert [j for j in range(5) if keep[b, i, j]] == [j for j in range(5) if j <= i and j < length]


def test_masking_before_is_what_the_library_does(snippet):
    rng = np.random.default_rng(2)
    q, k = rng.normal(size=(2, 3, 6, 4))
    keep = snippet.keep_mask([6, 4, 1], 6)
    expected = scaled_dot_product_attention(
        *map(torch.tensor, (q, k)), torch.eye(6, dtype=torch.float64).expand(3, 6, 6), attn_mask=torch.tensor(keep)
    )
    np.testing.assert_allclose(snippet.mask_before(q @ k.mT / 2, keep), expected, atol=1e-12)
    heads = rng.normal(size=(2, 2, 3, 6, 6))
    np.testing.assert_allclose(snippet.softmax(heads), torch.tensor(heads).softmax(-1))
    with np.errstate(over="raise"):
        assert np.isfinite(snippet.mask_before(1e4 * q @ k.mT, keep)).all()


def test_masking_after_loses_weight_and_leaks(snippet):
    scores = np.random.default_rng(3).normal(size=(1, 4, 4))
    keep = snippet.keep_mask([4], 4)
    before, after = snippet.mask_before(scores, keep), snippet.mask_after(scores, keep)
    np.testing.assert_allclose(before.sum(-1), 1)
    assert np.all(after.sum(-1)[0, :3] < 1) and np.isclose(after.sum(-1)[0, 3], 1)
    assert not after[~keep].any() and not before[~keep].any()
    exponentials = np.exp(scores)
    np.testing.assert_allclose(after, np.where(keep, exponentials / exponentials.sum(-1, keepdims=True), 0))
    np.testing.assert_allclose(after / after.sum(-1, keepdims=True), before)
    scores[0, :, 3] -= 9
    np.testing.assert_array_equal(snippet.mask_before(scores, keep)[0, :3], before[0, :3])
    assert np.all(snippet.mask_after(scores, keep)[0, 0, 0] > after[0, 0, 0])  # a change of the hidden key shows


def test_the_demonstration_changes_the_future_only(snippet):
    assert np.argwhere(snippet.changed != snippet.scores).tolist() == [[0, i, 3] for i in range(4)]
    np.testing.assert_allclose(snippet.changed - snippet.scores, 5.0 * (snippet.changed != snippet.scores))
    assert "before: the future moves earlier rows by 0.00" in snippet.printed
    np.testing.assert_allclose(snippet.renormalised, snippet.mask_before(snippet.scores, snippet.keep))
