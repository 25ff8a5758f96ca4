import torch
from torch.nn.functional import scaled_dot_product_attention


def test_agrees_with_expanded_heads_and_with_the_library(snippet):
    torch.manual_seed(3)
    for heads, kv_heads, queries, keys, d in ((4, 4, 3, 3, 2), (8, 2, 1, 5, 3), (6, 1, 4, 2, 5), (6, 3, 2, 2, 1)):
        q = torch.randn(2, heads, queries, d, dtype=torch.float64)
        k, v = torch.randn(2, 2, kv_heads, keys, d, dtype=torch.float64)
        group = heads // kv_heads
        ours = snippet.grouped_query(q, k, v)
        full = scaled_dot_product_attention(q, k.repeat_interleave(group, 1), v.repeat_interleave(group, 1))
        torch.testing.assert_close(ours, full)
        torch.testing.assert_close(ours, scaled_dot_product_attention(q, k, v, enable_gqa=True))
        for head in range(heads):  # query head h uses key head h // group
            one = scaled_dot_product_attention(q[:, head], k[:, head // group], v[:, head // group])
            torch.testing.assert_close(ours[:, head], one)


def test_demonstration(snippet):
    assert snippet.q.shape == (2, 6, 4, 8) and snippet.k.shape == snippet.v.shape == (2, 2, 7, 8)
    torch.testing.assert_close(snippet.ours, snippet.library)
    torch.manual_seed(0)
    torch.testing.assert_close(snippet.q, torch.randn(2, 6, 4, 8))  # the same numbers in every run
    right, wrong = snippet.printed.splitlines()[2:]
    assert right.endswith("True") and wrong.endswith("False")
    assert (snippet.expanded - snippet.ours).abs().max() > 0.5  # the other order is another model
    torch.testing.assert_close(snippet.expanded[:, 0], snippet.ours[:, 0])  # heads 0 and 5 keep their partners
    torch.testing.assert_close(snippet.expanded[:, 5], snippet.ours[:, 5])
