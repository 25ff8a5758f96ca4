import numpy as np
import statsmodels.api as sm


def test_slopes_agree_with_statsmodels(snippet):
    rng = np.random.default_rng(2)
    x, y = rng.normal(size=31), rng.standard_t(2, size=31)
    design = sm.add_constant(x)
    np.testing.assert_allclose(snippet.least_squares_slope(x, y), sm.OLS(y, design).fit().params[1])
    np.testing.assert_allclose(
        snippet.least_absolute_slope(x, y), sm.QuantReg(y, design).fit(q=0.5).params[1], atol=1e-4
    )


def test_mae_ignores_one_wrong_target_of_any_size(snippet):
    for size in (50.0, 1e5):
        y = snippet.clean.copy()
        y[19] += size
        np.testing.assert_allclose(snippet.least_absolute_slope(snippet.x, y), 2.0, atol=1e-6)
    assert snippet.least_squares_slope(snippet.x, y) > 100


def test_the_printed_cases(snippet):
    clean, wrong_target, wrong_input = (
        [float(cell) for cell in line.split()[-2:]] for line in snippet.printed.splitlines()[1:4]
    )
    assert clean == [2, 2] and wrong_target[1] == 2 < wrong_target[0]
    assert max(wrong_input) < 0.1
    assert (
        snippet.one_wrong_target[19] - snippet.clean[19] == 200
        and (snippet.one_wrong_target != snippet.clean).sum() == 1
    )
    assert snippet.x_wrong[-1] == 300 and snippet.y_wrong[-1] == 0 and len(snippet.x_wrong) == 21


def test_the_median_wastes_gaussian_data(snippet):
    # theory: pi / 2 for many draws; the ratio of two variances over 20,000 samples has a standard error near 1 %
    assert abs(snippet.ratio / (np.pi / 2) - 1) < 0.04
    assert snippet.draws.shape == (20_000, 101)
