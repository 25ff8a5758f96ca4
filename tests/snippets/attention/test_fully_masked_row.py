import torch
from torch.nn.functional import scaled_dot_product_attention


def inputs(seed):
    torch.manual_seed(seed)
    q, k, v = torch.randn(3, 4, 3, dtype=torch.float64)
    keep = torch.ones(4, 4, dtype=torch.bool).tril(-1)  # the first query sees nothing
    return q, k, v, keep


def test_what_each_way_gives(snippet):
    q, k, v, keep = inputs(3)
    nan = snippet.explicit(q, k, v, keep, -torch.inf)
    uniform = snippet.explicit(q, k, v, keep, torch.finfo(q.dtype).min)
    zero = snippet.fused(q, k, v, keep)
    assert nan[0].isnan().all()
    torch.testing.assert_close(uniform[0], v.mean(0))  # also of what was to be hidden
    assert zero[0].eq(0).all()
    expected = scaled_dot_product_attention(q[1:], k, v, attn_mask=keep[1:])
    for output in (nan, uniform, zero):
        torch.testing.assert_close(output[1:], expected)


def test_batches_of_heads(snippet):
    torch.manual_seed(8)
    q, k, v = torch.randn(3, 2, 3, 5, 4)
    keep = torch.ones(5, 5, dtype=torch.bool).tril()
    expected = scaled_dot_product_attention(q, k, v, is_causal=True)
    torch.testing.assert_close(snippet.explicit(q, k, v, keep, -torch.inf), expected)
    torch.testing.assert_close(snippet.fused(q, k, v, keep), expected)


def test_one_empty_row_poisons_the_gradient_of_a_loss_that_ignores_it(snippet):
    q, k, v, keep = inputs(4)
    v.requires_grad_()
    for output, poisoned in (
        (snippet.explicit(q, k, v, keep, -torch.inf), True),
        (snippet.explicit(q, k, v, keep, torch.finfo(q.dtype).min), False),
        (snippet.fused(q, k, v, keep), False),
    ):
        (gradient,) = torch.autograd.grad(output[1:].sum(), v)
        assert gradient.isnan().any().item() == poisoned


def test_the_demonstration(snippet):
    assert snippet.x.shape == (2, 4) and snippet.module.num_heads == 2
    assert snippet.keep.tolist() == [[True, False], [False, False]]
    assert snippet.used.item() == 1.0  # the kept row is the first value, whatever q and k are
    lines = snippet.printed.splitlines()
    assert "rows 1.0 and nan" in lines[0] and lines[0].endswith("True")
    assert "rows 1.0 and 2.0" in lines[1] and "rows 1.0 and 0.0" in lines[2]
    assert [line.rpartition(" ")[2] for line in lines[3:]] == ["True", "False", "True", "True"]
    assert snippet.lowest == torch.finfo(torch.float32).min


def test_the_module_does_so_for_other_sizes_too():
    keep = torch.tensor([[True, True, False], [False, False, False], [True, False, False]])
    torch.manual_seed(9)
    x = torch.randn(1, 3, 8)
    for train in (True, False):
        for weights in (True, False):
            module = torch.nn.MultiheadAttention(8, 4, batch_first=True).train(train)
            with torch.set_grad_enabled(train):
                y, _ = module(x, x, x, attn_mask=~keep, need_weights=weights)
            assert y[0, 1].isnan().any().item() == (weights or not train)
