import numpy as np
import statsmodels.api as sm

RNG = np.random.default_rng(2)


def test_difference(snippet):
    y, t = RNG.normal(size=(4, 30)), RNG.random((4, 30)) < 0.4
    expected = [a[b].mean() - a[~b].mean() for a, b in zip(y, t, strict=True)]
    np.testing.assert_allclose(snippet.difference(y, t), expected)


def test_it_is_lin_s_regression_on_stratum_dummies(snippet):
    stratum = RNG.choice(["a", "b", "c"], 120, p=[0.2, 0.3, 0.5])
    y, t = RNG.normal(size=(3, 120)), RNG.random((3, 120)) < 0.3
    dummies = np.column_stack([stratum == "b", stratum == "c"]).astype(float)
    centred = dummies - dummies.mean(0)
    for k, effect in enumerate(snippet.post_stratified(y, t, stratum)):
        arm = t[k].astype(float)[:, None]
        ols = sm.OLS(y[k], np.hstack([np.ones((120, 1)), arm, centred, arm * centred])).fit()
        np.testing.assert_allclose(effect, ols.params[1])


def test_complete_treats_exactly_half_and_each_user_alike(snippet):
    t = snippet.complete(RNG, 3000, 21)
    assert t.shape == (3000, 21) and t.dtype == bool
    np.testing.assert_array_equal(t.sum(1), 11)
    np.testing.assert_allclose(t.mean(0), 11 / 21, atol=4 * np.sqrt(0.25 / 3000))  # four standard errors
    # two users are treated together with probability (11/21)(10/20)
    assert abs((t[:, 0] & t[:, 1]).mean() - 11 / 21 / 2) < 4 * np.sqrt(0.25 / 3000)


def test_unbiased_with_effects_that_differ_by_stratum(snippet):
    stratum = np.repeat([0, 1], [90, 30])
    t = snippet.complete(RNG, 4000, 120)
    y = RNG.normal(5 * stratum, 1, (4000, 120)) + t * np.where(stratum == 0, 1, 3)
    effect = snippet.post_stratified(y, t, stratum)
    assert abs(effect.mean() - (0.75 * 1 + 0.25 * 3)) < 4 * effect.std() / np.sqrt(4000)


def test_printed_factors(snippet):
    means, shares = np.array([1, 4, 9]), np.array([0.7, 0.2, 0.1])
    between = shares @ means**2 - (shares @ means) ** 2
    explained, after, before = (float(row.split()[-1]) for row in snippet.printed.splitlines())
    assert abs(explained - between / (between + 4)) < 0.005
    # ratios of variances of 4000 draws: relative error √(4/4000) = 3 %; post-stratifying costs a little, strata/users
    assert abs(before / (1 - explained) - 1) < 0.1
    assert abs(after / (1 - explained) - 1.015) < 0.1
    assert abs(snippet.raw / (4 * (between + 4) / 200) - 1) < 0.1
    np.testing.assert_array_equal(np.bincount(snippet.stratum), [140, 40, 20])
    np.testing.assert_array_equal(snippet.by_stratum[:, 140:180].sum(1), 20)
    np.testing.assert_array_equal(snippet.by_stratum[:, 180:].sum(1), 10)
