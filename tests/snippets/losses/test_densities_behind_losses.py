import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, special, stats

ERRORS = np.array([-7.0, -1.3, -1.0, -0.4, 0.0, 0.2, 1.0, 2.5, 11.0])


def test_each_loss_is_minus_a_scipy_log_density_up_to_its_normaliser(snippet):
    kappa, scale = (
        np.sqrt(0.8 / 0.2),
        1 / np.sqrt(0.8 * 0.2),
    )  # SciPy's parameters for tau = 0.8; its x is y - prediction
    oracles = {
        "Gaussian": stats.norm.logpdf(ERRORS),
        "Laplace": stats.laplace.logpdf(ERRORS),
        "asymmetric Laplace": stats.laplace_asymmetric.logpdf(-ERRORS, kappa, scale=scale),
    }
    for name, expected in oracles.items():
        loss, normaliser = snippet.families[name]
        np.testing.assert_allclose(-loss(ERRORS) - np.log(normaliser), expected, atol=1e-12)


@given(st.floats(0.05, 20), st.floats(-50, 50))
def test_huber_agrees_with_scipy(snippet, delta, e):
    np.testing.assert_allclose(snippet.huber(e, delta), special.huber(delta, e), rtol=1e-12)


@given(st.floats(0.1, 5))
def test_the_huber_normaliser_is_the_integral_of_its_density(snippet, delta):
    inside = integrate.quad(lambda e: np.exp(-special.huber(delta, e)), 0, delta)[0]
    outside = integrate.quad(lambda e: np.exp(-special.huber(delta, e)), delta, np.inf)[0]
    np.testing.assert_allclose(2 * (inside + outside), snippet.huber_normaliser(delta), rtol=1e-6)


def test_default_pinball_weighs_shortfalls_four_times_as_much(snippet):
    assert np.isclose(snippet.pinball(-3.0), 4 * snippet.pinball(3.0)) and np.isclose(snippet.pinball(3.0), 0.6)


def test_areas_are_one_and_the_table_is_ordered_as_the_page_says(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[1:]]
    assert [row[-2] for row in rows] == ["1.0000"] * 4
    gaussian, laplace, asymmetric, huber = (float(row[-1]) for row in rows)
    # at an error of 6 the Gaussian is the most surprised, then Huber with its Gaussian core
    assert gaussian > huber > laplace > asymmetric
    np.testing.assert_allclose(huber, special.huber(2, 6.0) + np.log(snippet.huber_normaliser(2)), atol=0.006)
    np.testing.assert_allclose(gaussian, -stats.norm.logpdf(6.0), atol=0.006)
    np.testing.assert_allclose(laplace, -stats.laplace.logpdf(6.0), atol=0.006)


def test_the_picture_shows_the_four_densities(snippet):
    lines = snippet.figures[0].axes[0].lines
    np.testing.assert_allclose(snippet.error, np.arange(-60_000, 60_001) / 1000, atol=1e-9)
    assert len(lines) == 4
    x = lines[0].get_xdata()
    assert -6 < x.min() < -5.99 and 5.99 < x.max() < 6
    np.testing.assert_allclose(lines[0].get_ydata(), stats.norm.pdf(x))
    np.testing.assert_allclose(lines[1].get_ydata(), stats.laplace.pdf(x))
    assert snippet.figures[0].axes[0].get_yscale() == "log"
