import numpy as np
import pytest
from scipy.stats import binomtest, kstest, laplace


def test_the_noise_is_laplace_with_scale_sensitivity_over_epsilon(snippet):
    draws = snippet.laplace_mechanism(5, 3, 0.5, np.random.default_rng(1), 20_000)
    assert kstest(draws, laplace(5, 6).cdf).pvalue > 0.01


@pytest.mark.parametrize("epsilon", [0.3, 1, 2.5])
def test_the_density_ratio_of_neighbours_never_exceeds_exp_epsilon(epsilon):
    z = np.linspace(-30, 30, 601)
    ratio = laplace(4, 2 / epsilon).pdf(z) / laplace(2, 2 / epsilon).pdf(z)  # sensitivity 2
    np.testing.assert_allclose(ratio.max(), np.exp(epsilon))
    np.testing.assert_allclose(ratio.min(), np.exp(-epsilon))


def test_the_bound_is_made_of_two_exact_binomial_intervals(snippet):
    for hits, other, draws, error in ((60, 20, 100, 0.01), (999, 500, 1000, 0.1)):
        low = binomtest(hits, draws).proportion_ci(1 - error, "exact").low
        high = binomtest(other, draws).proportion_ci(1 - error, "exact").high
        np.testing.assert_allclose(snippet.epsilon_lower_bound(hits, other, draws, error), np.log(low / high))
    assert snippet.epsilon_lower_bound(20, 60, 100) == 0
    assert snippet.epsilon_lower_bound(60, 20, 100) == snippet.epsilon_lower_bound(60, 20, 100, 0.01)


def test_the_bound_stays_below_the_truth_and_comes_near(snippet):
    for rows, epsilon in ((1, 0.5), (2, 1), (1, 2)):
        bounds = [snippet.audit(rows, epsilon, draws=100_000, seed=seed) for seed in range(20)]
        # the event has probability ½ and ½ exp(-rows·ε): each bound errs with probability 0.01 at most
        assert np.mean(np.array(bounds) <= rows * epsilon) >= 0.95
        assert min(bounds) > 0.9 * rows * epsilon


def test_the_default_is_200_000_draws_of_seed_0(snippet):
    rng = np.random.default_rng(0)
    hits = [np.sum(count + rng.laplace(scale=1, size=200_000) >= 2) for count in (2, 0)]
    np.testing.assert_allclose(snippet.audit(2, 1), snippet.epsilon_lower_bound(*hits, 200_000))


def test_only_the_wrong_sensitivity_is_refuted(snippet):
    first, second = snippet.printed.splitlines()[1:]
    assert first.endswith(", not refuted") and second.endswith(", claim refuted")
    assert snippet.audit(1, 1) < 1 and 2.8 < snippet.audit(3, 1) < 3
