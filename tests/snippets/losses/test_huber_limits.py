import numpy as np
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, special, stats

ERRORS, THRESHOLDS = st.floats(-1e3, 1e3), st.floats(1e-3, 1e3)


@given(ERRORS, THRESHOLDS)
def test_both_losses_agree_with_pytorch_and_scipy(snippet, e, threshold):
    x, zero = torch.tensor(e, dtype=torch.float64), torch.tensor(0.0, dtype=torch.float64)
    np.testing.assert_allclose(snippet.huber(e, threshold), special.huber(threshold, e), rtol=1e-9, atol=1e-200)
    np.testing.assert_allclose(
        snippet.huber(e, threshold), F.huber_loss(x, zero, delta=threshold), rtol=1e-9, atol=1e-200
    )
    np.testing.assert_allclose(
        snippet.smooth_l1(e, threshold), F.smooth_l1_loss(x, zero, beta=threshold), rtol=1e-9, atol=1e-200
    )


@given(ERRORS, THRESHOLDS)
def test_smooth_l1_is_huber_over_delta(snippet, e, threshold):
    np.testing.assert_allclose(
        snippet.smooth_l1(e, threshold), snippet.huber(e, threshold) / threshold, rtol=1e-9, atol=1e-200
    )


@given(ERRORS, THRESHOLDS, st.floats(0.01, 100))
def test_delta_has_the_units_of_the_target(snippet, e, delta, c):
    np.testing.assert_allclose(snippet.huber(c * e, c * delta), c**2 * snippet.huber(e, delta), rtol=1e-9, atol=1e-200)


def test_limits(snippet):
    e = np.array([-2.0, 0.5, 30.0])
    np.testing.assert_allclose(snippet.huber(e, 1e-9), 0, atol=1e-7)
    np.testing.assert_allclose(snippet.huber(e, 1e-9) / 1e-9, np.abs(e))
    np.testing.assert_allclose(snippet.huber(e, 1e9), e**2 / 2)
    np.testing.assert_allclose(snippet.smooth_l1(e, 1e9), 0, atol=1e-6)


def test_the_estimate_minimises_the_loss_and_moves_from_median_to_mean(snippet):
    y = np.random.default_rng(3).exponential(size=501) ** 2
    grid = np.linspace(0, 4, 4001)
    estimates = []
    for delta in (0.05, 0.5, 2.0):
        best = grid[np.argmin([special.huber(delta, c - y).mean() for c in grid])]
        estimates.append(snippet.huber_location(y, delta))
        assert abs(estimates[-1] - best) < 2e-3
    assert np.median(y) < estimates[0] < estimates[1] < estimates[2] < y.mean()


@given(st.floats(0.01, 4))
def test_efficiency_on_gaussian_data_is_that_of_the_sandwich_formula(snippet, delta):
    slope = stats.norm.cdf(delta) - stats.norm.cdf(-delta)  # mean derivative of the clipped error
    square = integrate.quad(
        lambda z: np.clip(z, -delta, delta) ** 2 * stats.norm.pdf(z), -12, 12, points=[-delta, delta]
    )[0]
    np.testing.assert_allclose(snippet.gaussian_efficiency(delta), slope**2 / square, rtol=1e-5)


def test_efficiency_runs_from_that_of_the_median_to_that_of_the_mean(snippet):
    np.testing.assert_allclose(snippet.gaussian_efficiency(1e-6), 2 / np.pi, rtol=1e-4)
    np.testing.assert_allclose(snippet.gaussian_efficiency(9.0), 1)


def test_the_estimate_need_not_lie_between_median_and_mean(snippet):
    y = np.repeat([-1.0, 0.0, 100.0], [3, 5, 2])  # the page's counterexample
    assert (np.median(y), y.mean()) == (0, 19.7)
    np.testing.assert_allclose(snippet.huber_location(y, 1.0), -0.125, atol=1e-3)


def test_the_printed_figures(snippet):
    printed = snippet.printed.splitlines()
    np.testing.assert_allclose(snippet.y, stats.expon.ppf(np.arange(1, 40_000, 2) / 40_000))
    smallest, largest = printed[2].split(), printed[6].split()
    assert float(smallest[1]) < 0.01 and abs(float(smallest[2]) - 3) < 0.001  # not MAE, but MAE once divided by delta
    assert float(largest[1]) == 4.5 and float(largest[3]) < 0.1
    assert all(line.split()[2] == line.split()[3] for line in printed[2:7])
    # the population values for Exp(1): c solves P(y > c + d) d + E(...) = 0, here by the exact tail integral
    for line in printed[9:13]:
        delta, c = float(line.split()[1]), float(line.split()[2])
        low = max(c - delta, 0.0)
        slope = delta * (1 - np.exp(-low)) - delta * np.exp(-(c + delta)) * 1.0
        inner = np.linspace(low, c + delta, 200_001)
        slope += np.trapezoid((c - inner) * np.exp(-inner), inner)
        assert abs(slope) < 1e-3 * max(delta, 1)
    metres, wrong, right = (
        float(line.split()[-1].replace(",", ""))
        if "delta" not in line
        else float(line.split("Huber")[1].split(", delta")[0].replace(",", ""))
        for line in printed[-3:]
    )
    assert right == metres * 1e6 and wrong == 3000 - 0.5
