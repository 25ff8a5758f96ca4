import numpy as np
from scipy.optimize import minimize_scalar


def test_the_estimate_solves_the_two_equations(snippet):
    for squared_gradient, trace in ((1.0, 100.0), (0.3, 7.0)):
        a, b = (squared_gradient + trace / size for size in (8, 50))
        estimate = snippet.noise_scale([a - 0.01, a + 0.01], [b + 0.002, b - 0.002], 8, 50)
        np.testing.assert_allclose(estimate, trace / squared_gradient)


def test_progress_is_the_best_decrease_of_the_quadratic_model(snippet):
    # expected decrease of one step: lr |G|² - lr²/2 (GᵀHG + tr(HS)/B), here with H = h I
    for h, g2, trace, batch in ((1.0, 1.0, 100.0, 10.0), (3.0, 0.5, 4.0, 2.0)):

        def decrease(lr, noise, h=h, g2=g2):
            return lr * g2 - lr**2 / 2 * h * (g2 + noise)

        best, noiseless = (
            -minimize_scalar(lambda lr, noise=noise: -decrease(lr, noise), bounds=(0, 2), method="bounded").fun
            for noise in (trace / batch, 0)
        )
        np.testing.assert_allclose(snippet.progress(batch, trace / g2), best / noiseless, rtol=1e-6)


def test_the_trade_is_a_hyperbola(snippet):
    for ratio in (0.01, 0.3, 1, 20):
        updates = 1 / snippet.progress(ratio, 1)
        np.testing.assert_allclose((updates - 1) * (ratio * updates - 1), 1)


def test_the_norms_have_the_stated_mean(snippet):
    snippet.rng = np.random.default_rng(5)
    for batch in (4, 100):
        norms = snippet.batch_norms(batch, draws=4000)
        assert norms.shape == (4000,)
        # sum of 100 squares of mean 1/B + 0.01: relative standard error of the mean below 0.3 %
        np.testing.assert_allclose(norms.mean(), 1 + 100 / batch, rtol=0.01)
    assert snippet.batch_norms(4).shape == (400,)
    np.testing.assert_allclose(snippet.truth, 100)
    assert abs(snippet.estimate / snippet.truth - 1) < 0.1
