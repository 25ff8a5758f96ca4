import torch


def test_a_block_keeps_the_variance_of_a_normalised_input(snippet):
    torch.manual_seed(3)
    d = 128
    out = torch.stack([snippet.block(d)(torch.randn(256, d)) for _ in range(8)])
    assert abs(out.var() - 1) < 0.15 and out.shape[1:] == (256, d)


def test_stack_by_hand(snippet):
    x = torch.randn(3, 4, generator=torch.Generator().manual_seed(0))
    f, g, norm = torch.tanh, torch.sin, torch.nn.functional.layer_norm

    def N(h):
        return norm(h, (4,))

    h = x + f(N(x))
    torch.testing.assert_close(snippet.stack([f, g], N, x, True), N(h + g(N(h))))
    h = N(x + f(x))
    torch.testing.assert_close(snippet.stack([f, g], N, x, False), N(h + g(h)))


def test_last_gradient_falls_with_depth_under_pre_norm_alone(snippet):
    for depth in (4, 16, 64):
        # the stream has variance 1 + depth, and the final norm divides the gradient by its root
        expected = (5 / (1 + depth)) ** 0.5
        pre, post = (snippet.last_gradient(depth, w) / snippet.last_gradient(4, w) for w in (True, False))
        assert abs(pre / expected - 1) < 0.2  # one draw
        assert abs(post - 1) < 0.2
    assert torch.equal(snippet.last_gradient(5, True), snippet.last_gradient(5, True))
    # 64 d-vectors of 256 tokens through a linear map: the sum of independent tokens grows as their root
    assert 1.5 < snippet.last_gradient(4, True, tokens=1024) / snippet.last_gradient(4, True) < 2.5


def test_the_table_is_relative_to_four_blocks(snippet):
    for ratio, pre in ((snippet.pre, True), (snippet.post, False)):  # the last line
        assert torch.isclose(ratio, snippet.last_gradient(64, pre) / snippet.last_gradient(4, pre))
    assert "4 blocks: pre-norm 1.0, post-norm 1.0" in snippet.printed
