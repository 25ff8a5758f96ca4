import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import KFold, cross_val_predict

RNG = np.random.default_rng(9)
F = RNG.normal(size=(3, 40, 5))
Y = RNG.normal(size=(3, 40)) + F[:, :, 0]
MODEL = LinearRegression(fit_intercept=False)


def test_predictions_agree_with_scikit_learn(snippet):
    own, crossed = snippet.in_sample(F, Y), snippet.cross_fit(F, Y)
    for k in range(3):
        np.testing.assert_allclose(own[k], MODEL.fit(F[k], Y[k]).predict(F[k]))
        np.testing.assert_allclose(crossed[k], cross_val_predict(MODEL, F[k], Y[k], cv=KFold(2)))
        np.testing.assert_allclose(snippet.predict(F, Y, F[:, :4])[k], own[k, :4])


def test_adjusted_is_the_difference_of_residuals(snippet):
    t = (np.arange(40) % 3 == 0).astype(int)
    x = RNG.normal(3, 1, (3, 40))
    for k, effect in enumerate(snippet.adjusted(Y, x, t)):
        residual = Y[k] - np.polyval(np.polyfit(x[k], Y[k], 1), x[k])
        np.testing.assert_allclose(effect, residual[t == 1].mean() - residual[t == 0].mean())


def test_cross_fitted_outcome_never_reaches_its_own_prediction(snippet):
    changed = Y.copy()
    changed[:, 7] += 100
    np.testing.assert_array_equal(snippet.cross_fit(F, changed)[:, :20], snippet.cross_fit(F, Y)[:, :20])
    assert (snippet.in_sample(F, changed)[:, 7] != snippet.in_sample(F, Y)[:, 7]).all()


def test_in_sample_loses_features_over_users(snippet):
    # the residual maker keeps (users - features) / users of a pattern that is unrelated to the features
    plain, own, crossed = (float(row.split("mean ")[1].split(",")[0]) for row in snippet.printed.splitlines())
    sd = [float(row.split("sd ")[1].split(";")[0]) for row in snippet.printed.splitlines()]
    assert abs(own - (1 - 60 / 200)) < 4 * sd[1] / np.sqrt(300)
    assert abs(plain - 1) < 4 * sd[0] / np.sqrt(300) and abs(crossed - 1) < 4 * sd[2] / np.sqrt(300)
    assert sd[2] < 0.8 * sd[0]
    # without covariate: variance (4 + 1) · 4/200, relative standard error of an sd of 300 draws 4 %
    assert abs(sd[0] / np.sqrt(5 * 4 / 200) - 1) < 0.16


def test_the_demonstration_is_as_described(snippet):
    noise = snippet.y - snippet.features[:, :, :4].sum(2) - 1.0 * snippet.t
    assert abs(noise.std() - 1) < 0.02 and abs(noise.mean()) < 0.02  # 60,000 draws
    assert snippet.features.shape == (300, 200, 60)
