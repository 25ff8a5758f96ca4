import numpy as np
import torch


def test_the_sizes_are_torchs(snippet):
    g = np.random.default_rng(9).normal(size=(15, 6)) * 3
    for options in ((0.9, 0.999), (0.5, 0.8)):
        w = torch.zeros(6, dtype=torch.float64, requires_grad=True)
        optimizer = torch.optim.Adam([w], lr=1.0, betas=options, eps=1e-30)
        expected = []
        for row in g:
            before = w.detach().clone()
            w.grad = torch.tensor(row)
            optimizer.step()
            expected.append((w.detach() - before).square().mean().sqrt().item())
        np.testing.assert_allclose(snippet.update_sizes(g, options), expected)
    np.testing.assert_allclose(snippet.update_sizes(g), snippet.update_sizes(g, (0.9, 0.999)))


def test_the_long_run_size_is_that_of_an_exponential_mean(snippet):
    # variance of sum (1 - b) b^k g_k is (1 - b)² / (1 - b²)
    weights = 0.1 * 0.9 ** np.arange(2000)
    np.testing.assert_allclose(snippet.limit, np.sqrt(np.sum(weights**2)))
    # 4000 coordinates, each squared update with relative standard deviation √2: mean within 3 · √(2/4000), root half
    np.testing.assert_allclose(snippet.pure_noise[-1], snippet.limit, rtol=0.04)


def test_the_first_is_one_whatever_the_gradients_and_a_constant_one_stays_there(snippet):
    assert abs(snippet.pure_noise[0] - 1) < 1e-12
    np.testing.assert_allclose(snippet.pure_signal, 1)
    assert (np.diff(snippet.pure_noise[:20]) < 0).all()


def test_the_picture(snippet):
    axes = snippet.figures[0].axes[0]
    expected = (snippet.pure_signal, snippet.pure_noise, snippet.pure_noise * np.minimum(1, np.arange(1, 301) / 100))
    for line, y in zip(axes.lines, expected, strict=True):
        np.testing.assert_allclose(line.get_xdata(), np.arange(1, 301))
        np.testing.assert_allclose(line.get_ydata(), y)
    assert axes.get_xscale() == "log" and snippet.noise.shape == (300, 4000)
    labels = [line.get_label() for line in axes.lines]
    assert labels == ["constant gradient", "pure noise", "pure noise, warm-up 100"]
    assert expected[2].max() < 0.3  # with warm-up no update exceeds the long-run size by much
