import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm

CASES = [(30.0, 80.0, 50.0), (-120.0, 100.0, 200.0), (0.0, 2.0, 3.0), (7.0, 5.0, 0.0)]


@pytest.mark.parametrize(("mean", "sd", "se"), CASES)
def test_by_simulating_belief_test_and_decision(snippet, mean, sd, se):
    rng = np.random.default_rng(3)
    true = rng.normal(mean, sd, 400_000)
    seen = rng.normal(true, se)
    slope = sd**2 / (sd**2 + se**2)
    launch = mean + slope * (seen - mean) > 0
    gained = np.where(launch, true, 0) - (true if mean > 0 else 0)
    # standard error at most sd / sqrt(400,000)
    assert abs(gained.mean() - snippet.value_of_test(mean, sd, se)) < 5 * sd / 632
    if mean:
        assert abs(np.mean(launch != (mean > 0)) - snippet.chance_to_change(mean, sd, se)) < 0.004


@pytest.mark.parametrize(("mean", "sd", "se"), CASES)
def test_by_integrating_over_the_tests_result(snippet, mean, sd, se):
    def launched(seen):  # precision weighting, as in any textbook
        after = (mean * se**2 + seen * sd**2) / (se**2 + sd**2)
        return max(after, 0) * norm.pdf(seen, mean, np.sqrt(sd**2 + se**2))

    reach = 10 * np.sqrt(sd**2 + se**2)
    cut = mean - mean * (se**2 + sd**2) / sd**2  # where the updated mean is 0
    expected = quad(launched, cut, mean + reach)[0] - max(mean, 0)
    assert snippet.value_of_test(mean, sd, se) == pytest.approx(expected, rel=1e-6)


def test_worth_nothing_if_nothing_can_change(snippet):
    assert snippet.value_of_test(500, 1, 0) == pytest.approx(0, abs=1e-12)
    assert snippet.value_of_test(40, 100, 1e9) == pytest.approx(0, abs=1e-6)
    assert snippet.value_of_test(40, 100, 70) == pytest.approx(snippet.value_of_test(-40, 100, 70))
    values = [snippet.value_of_test(40, 100, se) for se in (0, 10, 100, 1000)]
    assert values == sorted(values, reverse=True)
    assert values[-1] > 0
    # the last line that is printed
    assert snippet.values == [snippet.value_of_test(200, 100, se) for se in (0, 100, 300)]
