import numpy as np
import statsmodels.api as sm


def test_stratified_is_the_standardised_difference_of_a_saturated_regression(snippet):
    rng = np.random.default_rng(1)
    n = np.array([[40, 30, 90], [10, 50, 20]])
    clicks = rng.binomial(n, 0.4)
    arm, day, y = [], [], []
    for a in range(2):
        for d in range(3):
            arm += [a] * n[a, d]
            day += [d] * n[a, d]
            y += [1] * clicks[a, d] + [0] * (n[a, d] - clicks[a, d])
    arm, day = np.array(arm), np.eye(3)[day]
    centred = day - day.mean(0)
    design = np.column_stack([np.ones(len(y)), arm, centred[:, 1:], arm[:, None] * centred[:, 1:]])
    fit = sm.OLS(y, design).fit(cov_type="HC0")
    np.testing.assert_allclose(snippet.stratified(n, clicks), [fit.params[1], fit.bse[1]])
    y, arm = np.array(y), arm == 1
    np.testing.assert_allclose(snippet.pooled(n, clicks), y[arm].mean() - y[~arm].mean())


def test_stratified_is_unbiased_and_covers(snippet):
    rng = np.random.default_rng(2)
    n = np.array([[99_000, 50_000], [1_000, 50_000]])
    rates = np.array([[0.02, 0.01], [0.023, 0.012]])
    runs = np.array([snippet.stratified(n, rng.binomial(n, rates)) for _ in range(2_000)])
    truth = (0.003 + 0.002) / 2
    gap, error = runs.T
    # standard error of a coverage over 2,000 tests: 0.005; of the mean: error/45
    assert abs(gap.mean() - truth) < 4 * gap.std() / np.sqrt(2_000)
    assert abs((abs(gap - truth) < 1.96 * error).mean() - 0.95) < 0.02


def test_what_the_page_concludes(snippet):
    true_pooled = (0.01 * 0.023 + 0.5 * 0.012) / 0.51 - (0.99 * 0.02 + 0.5 * 0.01) / 1.49
    assert abs(snippet.pooled(snippet.n, snippet.clicks) - true_pooled) < 4e-4 and true_pooled < 0
    assert abs(snippet.gap - 0.0025) < 4 * snippet.error
    assert snippet.USERS.tolist() == [1_000_000, 1_000_000]
    assert snippet.n.tolist() == [[990_000, 500_000], [10_000, 500_000]]
    np.testing.assert_allclose(snippet.TREATMENT_RATE - snippet.CONTROL_RATE, [0.003, 0.002])
    np.testing.assert_allclose(snippet.CONTROL_RATE, [0.02, 0.01])
