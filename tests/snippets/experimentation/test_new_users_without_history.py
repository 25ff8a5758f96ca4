import numpy as np
import statsmodels.api as sm

RNG = np.random.default_rng(8)


def test_adjust_is_a_difference_of_residuals(snippet):
    t = (np.arange(70) % 4 == 0).astype(int)
    x = RNG.normal(2, 1, (70, 3))
    y = x @ [1, -2, 0.5] + RNG.normal(size=70) + 0.3 * t
    residual = sm.OLS(y, sm.add_constant(x)).fit().resid
    np.testing.assert_allclose(snippet.adjust(y, x, t), residual[t == 1].mean() - residual[t == 0].mean())
    np.testing.assert_allclose(snippet.adjust(y, x[:, :0], t), y[t == 1].mean() - y[t == 0].mean())


def test_means_and_spreads(snippet):
    effects = np.transpose(snippet.results)
    assert effects.shape == (4, 400)
    # variance of the metric: known 4 + 1, new 4 + 1, between means 0.6 · 0.4 · 3²; effects 0.5 and 1.5 add a little
    within = {"none": 5 + 0.24 * 9, "filled": 5 + 0.24 * 9 - 0.6 * 4, "flag": 0.6 * 1 + 0.4 * 5}
    for row, (mean, variance) in zip(
        effects,
        [(0.9, within["none"]), (0.5, None), (0.9, within["filled"]), (0.9, within["flag"])],
        strict=True,
    ):
        assert abs(row.mean() - mean) < 4 * row.std() / 20  # four standard errors
        if variance:  # an sd of 400 draws has relative error 3.5 %; unequal effects move it by up to 4 %
            assert abs(row.std() / np.sqrt(4 * variance / 1000) - 1) < 0.18
    assert abs(effects[1].std() / np.sqrt(4 / 600) - 1) < 0.15  # six hundred users, noise 1


def test_filled_values_carry_no_outcome(snippet):
    assert len(np.unique(snippet.filled[~snippet.known])) == 1
    assert np.isclose(snippet.filled[~snippet.known][0], snippet.before[snippet.known].mean())
    np.testing.assert_array_equal(snippet.both[:, 1], snippet.known)
    assert "truth for all users  mean 0.90" in snippet.printed and np.isclose(0.6 * 0.5 + 0.4 * 1.5, 0.9)
