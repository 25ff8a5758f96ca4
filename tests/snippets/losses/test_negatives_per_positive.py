import numpy as np
import pytest
import statsmodels.api as sm
from scipy.stats import norm


@pytest.mark.parametrize("negatives", [1, 3, 20])
def test_without_an_effect_the_variance_is_that_of_a_difference_of_means(snippet, negatives):
    assert snippet.slope_variance(0, negatives) == pytest.approx(1 + 1 / negatives)


@pytest.mark.parametrize(("slope", "negatives"), [(1.0, 1), (1.0, 4), (2.0, 2)])
def test_agrees_with_a_logistic_regression_on_quantile_data(snippet, slope, negatives):
    n = 2000
    positive = slope + norm.ppf((np.arange(n) + 0.5) / n)
    negative = norm.ppf((np.arange(n * negatives) + 0.5) / (n * negatives))
    x, y = np.concatenate([positive, negative]), np.repeat([1, 0], [n, n * negatives])
    fit = sm.Logit(y, sm.add_constant(x)).fit(disp=0)
    assert fit.params[1] == pytest.approx(slope, rel=0.01)
    assert snippet.slope_variance(slope, negatives) == pytest.approx(n * fit.cov_params()[1, 1], rel=0.01)


def test_ever_more_negatives_bring_ever_less(snippet):
    for slope in (0, 1, 2):
        variances = [snippet.slope_variance(slope, k) for k in (1, 2, 4, 8, 16, 1e9)]
        assert (np.diff(variances) < 0).all()
        assert variances[-1] == pytest.approx(1, abs=1e-5)  # the positives alone limit the precision


def test_grid(snippet):
    assert (snippet.x[0], snippet.x[-1], snippet.x.size) == (-10, 14, 2401)
