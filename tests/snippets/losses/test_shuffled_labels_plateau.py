import numpy as np
import pytest
from sklearn.dummy import DummyClassifier
from sklearn.metrics import log_loss


def test_the_plateau_is_the_loss_of_the_best_constant(snippet):
    shares = np.array([0.5, 0.3, 0.15, 0.05])
    y = np.repeat(np.arange(4), (1000 * shares).astype(int))
    constant = DummyClassifier(strategy="prior").fit(y[:, None], y)
    assert snippet.plateau(shares) == pytest.approx(log_loss(y, constant.predict_proba(y[:, None])))
    assert snippet.plateau(np.full(7, 1 / 7)) == pytest.approx(np.log(7))
    assert snippet.plateau(np.array([1.0, 0.0])) == 0


def test_the_data_have_the_shares_and_nothing_else(snippet):
    shares = np.array([0.61, 0.29, 0.1])
    x, y = snippet.unrelated_data(shares, 5000, 3, np.random.default_rng(9))
    assert x.shape == (5000, 3) and list(np.bincount(y)) == [3050, 1450, 500]
    for k in range(3):  # class means of noise: 500 draws or more, standard error below 0.045
        assert np.abs(x[y == k].mean(axis=0)).max() < 0.2


def test_a_small_model_stays_at_the_plateau_and_a_wide_one_memorises(snippet):
    shares = np.array([0.7, 0.3])
    train, new = snippet.losses(shares, 3000, 3)
    plateau = snippet.plateau(shares)
    # fitting d parameters to noise gains about d / 2n in training and loses it on new data
    assert plateau - 0.005 < train < plateau < new < plateau + 0.005
    train, new = snippet.losses(shares, 100, 200)
    assert train < 0.1 < plateau < new
    assert snippet.losses(shares, 100, 200) == (train, new)
