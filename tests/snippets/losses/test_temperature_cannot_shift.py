import numpy as np
import pytest
import scipy.special
from sklearn.metrics import log_loss


def sample(offset):
    rng = np.random.default_rng(7)
    z = rng.normal(0.5, 1, size=4000)
    return z + offset, rng.random(4000) < scipy.special.expit(z)


def test_nll_is_the_log_loss_and_sigmoid_the_logistic_function(snippet):
    z, y = sample(0.3)
    assert snippet.nll(z, y) == pytest.approx(log_loss(y, scipy.special.expit(z)))
    np.testing.assert_allclose(snippet.sigmoid(z), scipy.special.expit(z))


@pytest.mark.parametrize("offset", [-2.0, 0.0, 1.5])
def test_the_fitted_shift_makes_the_mean_probability_the_base_rate(snippet, offset):
    z, y = sample(offset)
    shift = snippet.fit_shift(z, y)
    assert scipy.special.expit(z + shift).mean() == pytest.approx(y.mean(), abs=1e-5)
    assert shift == pytest.approx(-offset, abs=0.2)  # five standard errors of 0.035


@pytest.mark.parametrize("offset", [-0.3, 0.0, 1.0])
def test_the_fitted_temperature_is_the_best_of_a_grid(snippet, offset):
    z, y = sample(offset)
    T = snippet.fit_temperature(z, y)
    grid = T * np.array([0.9, 0.99, 1.01, 1.1])
    assert snippet.nll(z / T, y) < min(snippet.nll(z / t, y) for t in grid)


def test_no_temperature_moves_a_probability_across_one_half(snippet):
    z, _ = sample(1.0)
    for T in (0.1, 1, 50):
        assert ((snippet.sigmoid(z / T) > 0.5) == (z > 0)).all()


def test_what_the_page_concludes(snippet):
    assert len(snippet.y) == len(snippet.z) == 50_000
    np.testing.assert_allclose(snippet.z - snippet.true_logit, np.log(20))
    assert snippet.shift == pytest.approx(-np.log(20), abs=0.1)
    assert snippet.y.mean() == pytest.approx(scipy.special.expit(snippet.true_logit).mean(), abs=0.005)
    assert snippet.true_logit.mean() == pytest.approx(-4, abs=0.04)
    assert snippet.true_logit.std() == pytest.approx(1.5, abs=0.03)
    mean = [float(line.split(" p ")[1].split(",")[0]) for line in snippet.printed.splitlines()[1:]]
    assert min(mean[:2]) > 5 * snippet.y.mean() and mean[2] == pytest.approx(snippet.y.mean(), abs=0.001)
