import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import expit
from sklearn.metrics import brier_score_loss, log_loss


def test_losses_agree_with_scikit_learn(snippet):
    w = np.array([-0.7, 0.0, 0.4, 2.5])
    ours = snippet.losses(w)
    for k, weight in enumerate(w):
        p = expit(weight * snippet.x)
        np.testing.assert_allclose(ours["cross-entropy"][k], log_loss(snippet.y, p), rtol=1e-6)
        np.testing.assert_allclose(ours["squared error"][k], brier_score_loss(snippet.y, p))
    far = snippet.losses([-100.0, 100.0])
    assert np.isfinite(far["cross-entropy"]).all() and (far["squared error"] <= 1).all()


def test_minima_finds_every_interior_minimum(snippet):
    w = np.linspace(0, 3, 301)
    np.testing.assert_allclose(snippet.minima(w, np.cos(2 * np.pi * w)), [0.5, 1.5, 2.5])
    assert snippet.minima(w, w).size == snippet.minima(w, -((w - 1) ** 2)).size == 0
    assert snippet.minima(w, np.zeros(301)).size == 0


def test_the_minima_are_those_that_an_optimiser_reaches(snippet):
    def reached(name, low, high):
        return minimize_scalar(lambda w: snippet.losses([w])[name][0], bounds=(low, high), method="bounded").x

    wide = snippet.losses(snippet.w)
    se = snippet.minima(snippet.w, wide["squared error"])
    np.testing.assert_allclose(se, [reached("squared error", -1, 0.2), reached("squared error", 1, 6)], atol=0.01)
    np.testing.assert_allclose(
        snippet.minima(snippet.w, wide["cross-entropy"]), [reached("cross-entropy", -2, 6)], atol=0.01
    )
    assert snippet.losses(se)["squared error"][1] < snippet.losses(se)["squared error"][0]


def test_one_example_is_what_splits_them(snippet):
    # without the far mislabelled example cross-entropy finds the good weight: log(8), from p = 8/9
    clean = np.average(snippet.y[:9])
    assert abs(np.log(clean / (1 - clean)) - np.log(8)) < 1e-12
    near = snippet.minima(snippet.w, snippet.losses(snippet.w)["squared error"])[1]
    assert abs(near - np.log(8)) < 0.01
    assert (snippet.x[-1], snippet.y[-1]) == (10, 0)


def test_the_picture(snippet):
    axes = snippet.figures[0].axes[0]
    assert axes.get_ylim() == (0, 3)
    for line in axes.lines:
        w, loss = line.get_data()
        assert (w[0], w[-1]) == (-2, 6)
        expected = snippet.losses(w)[line.get_label()]
        np.testing.assert_allclose(loss, expected / expected[np.argmin(abs(w))])
