import numpy as np
import statsmodels.api as sm
from scipy.stats import chisquare
from statsmodels.stats.power import zt_ind_solve_power
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW


def test_users_per_arm_and_split_agree_with_statsmodels(snippet):
    for sd, effect, alpha, power in ((2.0, 0.1, 0.05, 0.8), (1.0, 0.3, 0.01, 0.95)):
        expected = zt_ind_solve_power(effect / sd, alpha=alpha, power=power)
        np.testing.assert_allclose(snippet.users_per_arm(sd, effect, alpha, power), expected, rtol=1e-4)
    assert snippet.users_per_arm(3, 0.2) == snippet.users_per_arm(3, 0.2, 0.05, 0.8)
    for share in (0.05, 0.3):
        small = zt_ind_solve_power(0.1, alpha=0.05, power=0.8, ratio=(1 - share) / share)
        even = 2 * zt_ind_solve_power(0.1, alpha=0.05, power=0.8)
        np.testing.assert_allclose(snippet.split_penalty(share), small / share / even, rtol=1e-3)


def test_interval_agrees_with_statsmodels(snippet):
    rng = np.random.default_rng(1)
    arms = rng.normal(2, 1, 40), rng.normal(5, 3, 70)
    a, b = map(DescrStatsW, arms)
    expected = CompareMeans(b, a).zconfint_diff(usevar="unequal")
    found = snippet.mean_ci([x.mean() for x in arms], [x.std(ddof=1) for x in arms], [40, 70])
    np.testing.assert_allclose(found, expected)


def test_ratio_se_agrees_with_clustered_regression(snippet):
    rng = np.random.default_rng(3)
    sessions = rng.integers(1, 9, 300)
    clicks = rng.binomial(sessions, rng.beta(2, 5, 300))
    user = np.repeat(np.arange(300), sessions)
    y = np.concatenate([np.repeat([1, 0], [c, n - c]) for c, n in zip(clicks, sessions, strict=True)])
    fit = sm.OLS(y, np.ones(len(y))).fit(cov_type="cluster", cov_kwds={"groups": user})
    # statsmodels' factor (N - 1)/(N - K) is 1 here, G/(G - 1) is the ddof
    np.testing.assert_allclose(snippet.ratio_se(clicks, sessions), fit.bse[0])


def test_srm(snippet):
    for counts, shares in (([480, 530, 990], [0.25, 0.25, 0.5]), ([30, 12], [0.6, 0.4])):
        expected = chisquare(counts, np.sum(counts) * np.array(shares)).pvalue
        np.testing.assert_allclose(snippet.srm_p_value(counts, shares), expected)


def test_cuped_factor_by_simulation(snippet):
    rng = np.random.default_rng(4)
    for rho in (0.3, 0.9):
        x, noise = rng.normal(size=(2, 100_000))
        y = 5 * (rho * x + np.sqrt(1 - rho**2) * noise)
        slope = np.cov(x, y)[0, 1] / x.var()
        # a variance of 100,000 normals: relative standard error 0.45 %
        np.testing.assert_allclose((y - slope * x).var() / y.var(), snippet.cuped_factor(rho), rtol=0.02)


def test_design_effect_by_simulation(snippet):
    # variance of the mean of all units, over that of as many independent ones
    rng = np.random.default_rng(5)
    for sizes in (np.array([6] * 10), np.array([1, 1, 2, 4, 12])):
        icc, total = 0.3, sizes.sum()
        cluster = np.sqrt(icc) * rng.normal(size=(40_000, len(sizes)))
        means = (cluster @ sizes + np.sqrt((1 - icc) * total) * rng.normal(size=40_000)) / total
        predicted = snippet.design_effect(sizes.mean(), icc, sizes.std() / sizes.mean())
        np.testing.assert_allclose(means.var() * total, predicted, rtol=0.04)  # relative standard error 0.7 %
    assert snippet.design_effect(7, 0.2) == snippet.design_effect(7, 0.2, 0)


def test_any_false_positive(snippet):
    np.testing.assert_allclose(snippet.any_false_positive(2, 0.1), 0.19)
    p = np.random.default_rng(6).random((100_000, 7))
    assert abs(snippet.any_false_positive(7) - (p < 0.05).any(axis=1).mean()) < 0.008  # standard error 0.0015


def test_effective_sample_size(snippet):
    np.testing.assert_allclose(snippet.effective_sample_size([3, 3, 0, 3, 3]), 4)
    w = np.random.default_rng(7).random(20)
    # the variance of a weighted mean of independent values of variance 1
    np.testing.assert_allclose(1 / ((w / w.sum()) ** 2).sum(), snippet.effective_sample_size(w))


def test_kept_after_shrinking_is_the_slope_of_truth_on_lift(snippet):
    rng = np.random.default_rng(8)
    true = rng.normal(0, 3, 400_000)
    lift = rng.normal(true, 1.5)
    assert abs(np.polyfit(lift, true, 1)[0] - snippet.kept_after_shrinking(3, 1.5)) < 0.003  # standard error 0.0006
