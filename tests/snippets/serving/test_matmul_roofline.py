import numpy as np
import pytest
import torch


@pytest.mark.parametrize("shape", [(1, 64, 48), (7, 32, 96), (50, 16, 16)])
def test_traffic_counts_each_array_once(snippet, shape):
    m, k, n = shape
    x, w = torch.empty(m, k, dtype=torch.bfloat16), torch.empty(k, n, dtype=torch.bfloat16)
    out = torch.empty(m, n, dtype=torch.bfloat16)
    assert snippet.traffic(m, k, n) == x.nbytes + w.nbytes + out.nbytes
    assert snippet.traffic(m, k, n, 1, 2) == x.nbytes + w.nbytes / 2 + out.nbytes
    assert snippet.traffic(m, k, n, 2, 4) == 2 * x.nbytes + w.nbytes + 2 * out.nbytes


def test_least_time_is_the_longer_of_moving_and_computing(snippet):
    for m in (1, 300, 5000):
        outputs = torch.empty(m, 512, device="meta") @ torch.empty(512, 256, device="meta")
        moving = snippet.traffic(m, 512, 256) / 4.8e12
        computing = outputs.numel() * (512 + 512) / 989e12  # products and sums of each
        assert snippet.least_seconds(m, 512, 256) == pytest.approx(max(moving, computing))


@pytest.mark.parametrize(("k", "n"), [(4096, 4096), (4096, 14336), (1024, 28672)])
def test_at_the_balance_moving_takes_as_long_as_computing(snippet, k, n):
    m = snippet.balance(k, n)
    assert snippet.traffic(m, k, n) / snippet.BANDWIDTH == pytest.approx(2 * m * k * n / snippet.PEAK)
    m = snippet.balance(k, n, 0.5, 1, 1e15)
    assert snippet.traffic(m, k, n, 0.5, 1) / snippet.BANDWIDTH == pytest.approx(2 * m * k * n / 1e15)


def test_a_very_wide_layer_balances_at_the_ridge(snippet):
    assert snippet.balance(1e9, 1e9) == pytest.approx(snippet.PEAK / snippet.BANDWIDTH, rel=1e-6)
    # activations only add traffic, so that a real layer needs more
    assert snippet.balance(4096, 4096) > snippet.balance(4096, 14336) > snippet.PEAK / snippet.BANDWIDTH


def test_eight_bits_everywhere_change_nothing_and_weight_only_helps(snippet):
    same = snippet.balance(4096, 4096, 1, 1, 2 * snippet.PEAK)
    assert same == pytest.approx(snippet.balance(4096, 4096))
    assert snippet.balance(4096, 4096, 0.5) == pytest.approx(snippet.balance(4096, 4096) / 4)


def test_published_peaks_of_the_h200(snippet):
    assert (snippet.BANDWIDTH, snippet.PEAK) == (4.8e12, 989e12)


def test_the_picture_is_a_slope_and_then_a_ceiling(snippet):
    points, ridge = snippet.figures[0].axes[0].lines
    x, y = points.get_xdata(), points.get_ydata()
    np.testing.assert_allclose(y, np.minimum(4.8 * x, 989))
    m = np.unique(np.logspace(0, 4, 60).astype(int))
    np.testing.assert_allclose(x, m * 4096 / (2 * m + 4096), rtol=1e-12)
    assert ridge.get_xdata()[0] == pytest.approx(989 / 4.8)
