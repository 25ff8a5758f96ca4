import numpy as np


def test_slow_share_is_one_minus_the_product(snippet):
    for calls in (1, 7, 100):
        for slow in (0.3, 0.01):
            np.testing.assert_allclose(snippet.slow_share(calls, slow), 1 - (1 - slow) ** calls)
    np.testing.assert_allclose(snippet.slow_share(10, 1e-18), 1e-17)  # where 1 - p rounds to 1


def test_slow_share_agrees_with_a_count(snippet):
    rng = np.random.default_rng(2)
    count = np.mean((rng.random((40_000, 20)) < 0.05).any(axis=1))
    assert abs(count - snippet.slow_share(20, 0.05)) < 0.012  # standard error 0.0024


def test_needed_quantile_restores_the_target(snippet):
    for calls in (1, 10, 300):
        np.testing.assert_allclose(1 - snippet.slow_share(calls, 1 - snippet.quantile_needed(calls, 0.95)), 0.95)


def test_the_picture(snippet):
    axes = snippet.figures[0].axes[0]
    for line, slow in zip(axes.lines, (0.01, 0.001, 0.0001), strict=True):
        n = np.arange(1, 1001)
        np.testing.assert_array_equal(line.get_xdata(), n)
        np.testing.assert_allclose(line.get_ydata(), 1 - (1 - slow) ** n, rtol=1e-9)
        assert line.get_label().endswith(f"{slow:g}")
    assert axes.get_xscale() == "log"
    assert "calls" in axes.get_xlabel() and "slow" in axes.get_ylabel() and axes.get_legend()
