import numpy as np
from scipy.stats import norm
from statsmodels.stats.power import normal_power


def test_observed_power_takes_the_estimate_for_the_truth(snippet):
    for z in (0.1, 1.0, 1.96, 3.3):
        p_value = 2 * norm.sf(z)
        np.testing.assert_allclose(snippet.observed_power(p_value), normal_power(z, 1, 0.05))
        np.testing.assert_allclose(snippet.power(z), normal_power(z, 1, 0.05))


def test_it_is_a_decreasing_function_of_the_p_value_alone(snippet):
    values = [snippet.observed_power(p) for p in np.linspace(0.0001, 1, 200)]
    assert (np.diff(values) < 0).all()
    np.testing.assert_allclose(values[-1], 0.05)  # an estimate of 0
    assert abs(snippet.observed_power(0.05) - 0.5) < 0.001


def test_spread_at_a_true_power_of_eighty_percent(snippet):
    shift = 1.959964 + 0.841621
    estimates = abs(np.random.default_rng(1).normal(shift, 1, 400_000))
    ends = [normal_power(z, 1, 0.05) for z in np.quantile(estimates, [0.05, 0.95])]  # increasing
    # standard error of such a quantile of 400,000 draws: 0.0035 in z, at most 0.0015 in power
    np.testing.assert_allclose([snippet.low, snippet.high], ends, atol=0.005)
