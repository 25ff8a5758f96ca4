import numpy as np
import pytest
import scipy.optimize


@pytest.mark.parametrize("penalty", [0, 0.5, 30])
def test_fit_minimises_the_penalised_loss(snippet, penalty):
    rng = np.random.default_rng(4)
    X = rng.normal(size=(300, 5))
    y = rng.random(300) < snippet.sigmoid(X @ np.array([1.0, -0.5, 0, 0.3, 0.8]))

    def loss(w):
        z = X @ w
        return (np.logaddexp(0, z) - y * z).sum() + penalty / 2 * w @ w

    best = scipy.optimize.minimize(loss, np.zeros(5), tol=1e-10).x
    np.testing.assert_allclose(snippet.fit(X, y, penalty), best, atol=1e-4)


def test_sigmoid_is_the_logistic_function(snippet):
    z = np.array([-800, -3.0, -0.2, 0, 1.7, 800])
    np.testing.assert_allclose(snippet.sigmoid(z), scipy.special.expit(z), atol=1e-15)


@pytest.mark.parametrize("factor", [0.5, 1, 3])
def test_slope_is_the_inverse_of_the_exaggeration(snippet, factor):
    rng = np.random.default_rng(9)
    z = rng.normal(0, 2, size=100_000)
    y = rng.random(100_000) < scipy.special.expit(z)
    # standard error of the slope: 1 / sqrt(sum of z² p (1 - p)), about 0.008
    assert snippet.calibration_slope(factor * z, y) * factor == pytest.approx(1, abs=0.03)


def test_an_unpenalised_fit_always_has_slope_one_on_its_own_data(snippet):
    rng = np.random.default_rng(1)
    for size, features in ((200, 10), (300, 40)):
        X, y = snippet.draw(size, np.full(features, 0.3), rng)
        assert snippet.calibration_slope(X @ snippet.fit(X, y, 0), y) == pytest.approx(1, abs=1e-3)


def test_data_follow_the_logistic_model(snippet):
    X, y = snippet.draw(50_000, np.array([1.0, -2.0]), np.random.default_rng(3))
    np.testing.assert_allclose(snippet.fit(X, y, 0), [1, -2], atol=0.08)  # five standard errors of 0.016
    assert X.shape == (50_000, 2) and X.std() == pytest.approx(1, abs=0.02)


def test_what_the_page_concludes(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[2:]]
    assert [row[0] for row in rows] == ["0", "40", "200"]
    plain, tuned, heavy = np.array(rows, float)
    assert plain[1] == 1 and plain[2] < 0.5 and plain[3] > plain[4] + 0.1
    assert tuned[2] == pytest.approx(1, abs=0.1) and tuned[3] == pytest.approx(tuned[4], abs=0.02)
    assert heavy[2] > 2 and heavy[3] < heavy[4] - 0.1
    assert snippet.X.shape == (500, 100)
    assert np.linalg.norm(snippet.truth) == pytest.approx(2)
    # accuracy and confidence, from the data that the snippet leaves behind
    w = snippet.fit(snippet.X, snippet.y, 0)
    z = snippet.X_new @ w
    assert plain[4] == pytest.approx(np.mean(np.sign(z) == 2 * snippet.y_new - 1), abs=0.006)
    assert plain[3] == pytest.approx(scipy.special.expit(abs(z)).mean(), abs=0.006)
