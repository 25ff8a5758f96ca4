import torch


def autograd(snippet, encoder, x, y):
    q, k = (torch.nn.functional.normalize(encoder(v)) for v in (x, y))
    loss = -(q @ k.T / 0.1).log_softmax(1).diagonal().mean()
    return loss, torch.cat([g.ravel() for g in torch.autograd.grad(loss, tuple(encoder.parameters()))])


def setting(n):
    torch.manual_seed(1)
    encoder = torch.nn.Sequential(torch.nn.Linear(3, 5), torch.nn.ReLU(), torch.nn.Linear(5, 4)).double()
    return encoder, torch.randn(n, 3, dtype=torch.float64), torch.randn(n, 3, dtype=torch.float64)


def test_whole_batch_and_cache_give_the_gradient_of_the_whole_batch(snippet):
    encoder, x, y = setting(12)
    loss, expected = autograd(snippet, encoder, x, y)
    torch.testing.assert_close(snippet.info_nce(encoder(x), encoder(y)), loss)
    for chunks in (1, 2, 4, 12):
        for method in (snippet.whole_batch, snippet.cached):
            torch.testing.assert_close(snippet.gradient_by(method, encoder, x, y, chunks), expected)
    assert all(weight.grad is None for weight in encoder.parameters())  # it works on a copy


def test_accumulation_gives_the_mean_of_small_batches_instead(snippet):
    encoder, x, y = setting(12)
    parts = [autograd(snippet, encoder, a, b)[1] for a, b in zip(x.chunk(3), y.chunk(3), strict=True)]
    got = snippet.gradient_by(snippet.accumulate, encoder, x, y, 3)
    torch.testing.assert_close(got, torch.stack(parts).mean(0))
    assert (got - autograd(snippet, encoder, x, y)[1]).norm() > 0.1 * got.norm()


def test_no_activations_are_kept_while_embedding(snippet):
    encoder, x, y = setting(6)
    modes = []
    encoder.register_forward_hook(lambda *_: modes.append(torch.is_grad_enabled()))
    snippet.cached(encoder, x, y, 3)
    assert modes == [False] * 3 + [True] * 3


def test_the_printed_errors(snippet):
    accumulated, cached = (float(line.split()[-1]) for line in snippet.printed.splitlines())
    assert accumulated > 0.3 and cached == 0
    _, expected = autograd(snippet, snippet.encoder, snippet.x, snippet.y)
    torch.testing.assert_close(snippet.right, expected)
    got = snippet.gradient_by(snippet.accumulate, snippet.encoder, snippet.x, snippet.y, 8)
    assert abs((got - expected).norm() / expected.norm() - accumulated) < 0.006
