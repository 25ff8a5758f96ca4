import numpy as np
import torch


def test_survivors_are_scaled_and_the_share_dropped_is_p(snippet):
    x = np.random.default_rng(1).uniform(1, 2, (200, 300))
    for p in (0.1, 0.5, 0.8):
        out = snippet.dropout(x, p, np.random.default_rng(2))
        kept = out != 0
        np.testing.assert_allclose(out[kept], (x / (1 - p))[kept])
        assert abs(kept.mean() - (1 - p)) < 0.01  # 60,000 draws: standard error 0.002
        torched = torch.nn.functional.dropout(torch.tensor(x), p).numpy()
        np.testing.assert_allclose((torched / x)[torched != 0].max(), (out / x).max())
        assert abs(out.mean() - x.mean()) < 0.05  # standard error below 0.013


def test_nothing_is_dropped_at_p_0_or_at_test_time(snippet):
    x = np.arange(5.0)
    np.testing.assert_array_equal(snippet.dropout(x, 0, np.random.default_rng(0)), x)
    assert snippet.dropout(x, 0.9, None, training=False) is x


def test_the_mean_over_masks_is_what_many_draws_give(snippet):
    x, p, rng = np.array([0.5, -2.0, 1.5, 1.0]), 0.3, np.random.default_rng(3)

    def network(h):
        return np.tanh(h @ np.array([1.0, 1.0, -1.0, 2.0])) + h[..., 0] ** 2

    draws = network(snippet.dropout(np.tile(x, (100_000, 1)), p, rng))
    assert abs(snippet.mean_over_masks(network, x, p) - draws.mean()) < 0.01  # standard error 0.002


def test_exact_where_the_network_is_linear_and_not_otherwise(snippet):
    x, w = np.array([1.0, -2.0, 0.5, 3.0]), np.array([1.0, 2.0, -1.0, 0.3])
    for p in (0.0, 0.25, 0.9):
        np.testing.assert_allclose(snippet.mean_over_masks(lambda h: w @ h, x, p), w @ x)
        np.testing.assert_allclose(snippet.mean_over_masks(lambda h: 1.0, x, p), 1)
        # a square adds the variance of the mask, p / (1 - p) for each term
        square = (w @ x) ** 2 + p / (1 - p) * (w**2 @ x**2)
        np.testing.assert_allclose(snippet.mean_over_masks(lambda h: (w @ h) ** 2, x, p), square)
    linear, relu = [line.split()[1:] for line in snippet.printed.splitlines()[3:5]]
    assert linear[0] == linear[1] and relu[0] != relu[1]
