import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm
from statsmodels.stats.power import normal_power


@pytest.mark.parametrize("shift", [0.05, 0.6, 1.7, 2.8, 6.0])
def test_by_numerical_integration(snippet, shift):
    limit = norm.ppf(0.975)

    def integral(f, low, high):
        return quad(lambda z: f(z) * norm.pdf(z - shift), low, high)[0]

    above, below = (limit, 16), (-16, -limit)
    mass = integral(lambda z: 1, *above) + integral(lambda z: 1, *below)
    np.testing.assert_allclose(snippet.power(shift), mass, rtol=1e-6)
    size = (integral(abs, *above) + integral(abs, *below)) / mass
    np.testing.assert_allclose(snippet.exaggeration(shift), size / shift, rtol=1e-6)
    np.testing.assert_allclose(snippet.wrong_sign(shift), integral(lambda z: 1, *below) / mass, rtol=1e-4, atol=1e-12)


def test_limits(snippet):
    np.testing.assert_allclose(snippet.exaggeration(20.0), 1, atol=1e-9)  # enough power: no curse
    np.testing.assert_allclose(snippet.wrong_sign(1e-9), 0.5)
    np.testing.assert_allclose(snippet.power(0), 0.05)


def test_shift_has_the_power(snippet):
    for goal in (0.06, 0.42, 0.999):
        shift = snippet.shift_for(goal)
        np.testing.assert_allclose(normal_power(shift, 1, 0.05), goal, rtol=1e-6)


def test_false_wins_by_simulation(snippet):
    rng = np.random.default_rng(1)
    n = 1_000_000
    for works, shift in ((0.1, 2.8), (0.3, 1.5)):
        real = rng.random(n) < works
        wins = rng.normal(np.where(real, shift, 0), 1) > 1.959964
        expected = snippet.false_wins(works, norm.sf(1.959964 - shift))
        # standard error of the share among more than 100,000 wins: below 0.002
        assert abs((~real)[wins].mean() - expected) < 0.008
    np.testing.assert_allclose(snippet.false_wins(0.5, 0.8, 0.8), 0.5)
    assert snippet.printed.splitlines()[-1].endswith("false wins 70 %")  # 0.0225 of 0.0225 + 0.1 * 0.0955
    assert snippet.false_wins(0.2, 0.7) == snippet.false_wins(0.2, 0.7, 0.025)


def test_simulated_and_closed_agree_as_printed(snippet):
    for line in snippet.printed.splitlines():
        closed, simulated = (float(part.split()[-1]) for part in line.split(", ")[:2])
        assert abs(closed - simulated) < 0.015  # rounding 0.005; standard error at most 0.002
