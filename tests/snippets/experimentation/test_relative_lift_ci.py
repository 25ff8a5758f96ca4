import numpy as np
import pytest
from scipy.optimize import brentq

CASES = [(2.0, 0.01, 2.3, 0.04), (0.05, 1e-6, 0.049, 3e-6), (10.0, 2.0, 7.0, 0.5)]


@pytest.mark.parametrize("case", CASES)
def test_fieller_ends_where_the_test_of_a_ratio_stops_rejecting(snippet, case):
    a, var_a, b, var_b = case

    def excess(ratio):
        return (b - ratio * a) ** 2 - 1.959963985**2 * (var_b + ratio**2 * var_a)

    estimate = b / a
    ends = brentq(excess, estimate - 3, estimate) - 1, brentq(excess, estimate, estimate + 3) - 1
    np.testing.assert_allclose(snippet.fieller(*case), ends, rtol=1e-6)


def test_every_lift_is_kept_where_the_mean_of_control_may_be_zero(snippet):
    for case in ((1.0, 1.0, 1.0, 0.1), (-0.1, 1.0, 5.0, 0.01), (1.0, 0.2604, 3.0, 0.1)):
        np.testing.assert_array_equal(snippet.fieller(*case), (-np.inf, np.inf))
    low, high = snippet.fieller(np.array([1.0, 0.3]), 0.04, np.array([1.0, 1.0]), 0.04)
    assert np.isfinite([low[0], high[0]]).all() and (low[1], high[1]) == (-np.inf, np.inf)


@pytest.mark.parametrize("case", CASES)
def test_delta_method_is_the_gradient_of_the_ratio(snippet, case):
    a, var_a, b, var_b = case
    step = 1e-6 * a
    by_a = ((b / (a + step)) - (b / (a - step))) / (2 * step)
    error = np.sqrt(by_a**2 * var_a + var_b / a**2)
    expected = b / a - 1 + np.array([-1, 1]) * 1.959963985 * error
    np.testing.assert_allclose(snippet.delta_method(*case), expected, rtol=1e-6)
    half = 1.959963985 * np.sqrt(var_a + var_b) / a
    np.testing.assert_allclose(snippet.fixed_denominator(*case), [b / a - 1 - half, b / a - 1 + half])


def test_the_three_agree_without_lift_and_with_little_noise(snippet):
    a = snippet.delta_method(1.0, 1e-8, 1.0, 2e-8)
    np.testing.assert_allclose(snippet.fieller(1.0, 1e-8, 1.0, 2e-8), a, atol=1e-7)
    np.testing.assert_allclose(snippet.fixed_denominator(1.0, 1e-8, 1.0, 2e-8), a, atol=1e-12)


def test_printed_coverages(snippet):
    rows = {}
    for line in snippet.printed.splitlines()[1:]:
        lift, error, method, *numbers = line.split()
        rows[lift, error, method] = [float(x) for x in numbers]
    assert len(rows) == 9
    # standard error of a coverage over 200,000 tests: 0.0005
    for (lift, error, method), (cover, below, above) in rows.items():
        if method == "fieller":
            np.testing.assert_allclose([cover, below, above], [0.95, 0.025, 0.025], atol=0.003)
        if method == "fixed_denominator" and lift == "50%":
            # error really sqrt(1 + 1.5²), taken as sqrt(2)
            from scipy.stats import norm

            assert abs(cover - (1 - 2 * norm.sf(1.96 * np.sqrt(2 / 3.25)))) < 0.006
        if method == "delta_method":
            assert abs(cover - 0.95) < 0.006
            assert (above < 0.005) == (error == "20%")
