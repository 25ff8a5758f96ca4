import numpy as np
import torch
from transformers.models.gptj import modeling_gptj as gptj
from transformers.models.llama import modeling_llama as llama


def tables(position, d):
    i = np.arange(d // 2)
    angle = torch.tensor(position * 10000.0 ** (-2 * i / d))
    return angle.cos(), angle.sin()


def test_half_split_is_that_of_llama_and_interleaved_that_of_gpt_j(snippet):
    rng = np.random.default_rng(3)
    for d, position in ((2, 9), (12, 0), (12, 77), (64, 1234)):
        x = rng.normal(size=d)
        cos, sin = tables(position, d)
        vector = torch.tensor(x)[None, None, None]
        whole = [torch.cat([t, t])[None, None] for t in (cos, sin)]
        expected = llama.apply_rotary_pos_emb(vector, vector, *whole)[0].flatten()
        np.testing.assert_allclose(snippet.rotate(x, position, "half-split"), expected, atol=1e-10)
        expected = gptj.apply_rotary_pos_emb(vector, sin[None, None], cos[None, None]).flatten()
        np.testing.assert_allclose(snippet.rotate(x, position, "interleaved"), expected, atol=1e-10)


def test_permuted_rows_move_a_model_between_layouts(snippet):
    rng = np.random.default_rng(4)
    W_q, W_k = rng.normal(size=(2, 8, 5))
    x, y = rng.normal(size=(2, 5))
    q, k = snippet.to_half_split(W_q) @ x, snippet.to_half_split(W_k) @ y
    for m, n in ((3, 3), (40, 2), (5, 900)):
        assert np.isclose(snippet.score(q, k, m, n, "half-split"), snippet.score(W_q @ x, W_k @ y, m, n, "interleaved"))


def test_the_wrong_layout_keeps_what_one_would_check(snippet):
    for m, n in ((6, 6), (30, 4)):
        wrong, right = (snippet.score(snippet.q, snippet.k, m, n, name) for name in ("half-split", "interleaved"))
        assert np.isclose(wrong, right) == (m == n)
        assert np.isclose(wrong, snippet.score(snippet.q, snippet.k, m + 70, n + 70, "half-split"))
    assert np.isclose(np.linalg.norm(snippet.rotate(snippet.q, 17, "half-split")), np.linalg.norm(snippet.q))
    at_zero = snippet.score(snippet.q, snippet.k, 5, 5, "interleaved")
    assert np.isclose(at_zero, (snippet.W_q @ snippet.x) @ (snippet.W_k @ snippet.y))


def test_first_members_of_all_pairs_come_first(snippet):
    np.testing.assert_array_equal(snippet.to_half_split(np.arange(8)[:, None]).ravel(), [0, 2, 4, 6, 1, 3, 5, 7])
