import torch
from torch.nn.functional import scaled_dot_product_attention


def test_agrees_with_the_library_on_other_shapes_and_for_gradients(snippet):
    torch.manual_seed(7)
    for queries, keys, d_k, d_v in ((1, 1, 1, 1), (4, 2, 3, 5), (2, 6, 16, 2)):
        ours = [torch.randn(2, s, d, dtype=torch.float64, requires_grad=True)
                for s, d in ((queries, d_k), (keys, d_k), (keys, d_v))]  # fmt: skip
        theirs = [x.detach().clone().requires_grad_() for x in ours]
        y, z = snippet.attention(*ours), scaled_dot_product_attention(*theirs)
        torch.testing.assert_close(y, z)
        (y**3).sum().backward()
        (z**3).sum().backward()
        for one, other in zip(ours, theirs, strict=True):
            torch.testing.assert_close(one.grad, other.grad)


def test_a_sharp_query_picks_one_value(snippet):
    key = torch.eye(4)
    torch.testing.assert_close(snippet.attention(1000 * key, key, key), key)


def test_the_demonstration_is_cross_attention_with_another_value_width(snippet):
    assert snippet.q.shape == (2, 3, 5, 8) and snippet.k.shape == (2, 3, 7, 8) and snippet.v.shape == (2, 3, 7, 6)
    assert snippet.ours.shape == (2, 3, 5, 6)
    torch.manual_seed(0)
    torch.testing.assert_close(snippet.q, torch.randn(2, 3, 5, 8))  # the same numbers in every run
    # where the scale is forgotten, the result differs
    unscaled = scaled_dot_product_attention(snippet.q, snippet.k, snippet.v, scale=1.0)
    assert not torch.allclose(snippet.ours, unscaled, atol=1e-2)
