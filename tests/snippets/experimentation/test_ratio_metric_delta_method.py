import numpy as np
import statsmodels.api as sm

RNG = np.random.default_rng(3)


def data(users=60):
    sessions = RNG.poisson(4, (2, users)) + 1
    return RNG.binomial(sessions, RNG.beta(3, 4, (2, users))), sessions


def test_delta_variance_is_the_textbook_formula(snippet):
    clicks, sessions = data()
    for y, n in zip(clicks, sessions, strict=True):
        (vy, cov), (_, vn) = np.cov(y, n)
        r = y.mean() / n.mean()
        expected = (vy - 2 * r * cov + r**2 * vn) / n.mean() ** 2 / len(y)
        np.testing.assert_allclose(snippet.delta_variance(y, n), expected)


def test_it_is_the_cluster_robust_error_of_a_regression(snippet):
    clicks, sessions = data()
    rows = [(arm, u, int(k < clicks[arm, u])) for arm in (0, 1) for u in range(60) for k in range(sessions[arm, u])]
    arm, user, clicked = np.array(rows).T
    fit = sm.OLS(clicked, sm.add_constant(arm)).fit(
        cov_type="cluster", cov_kwds={"groups": user + 60 * arm, "use_correction": False}
    )
    z = snippet.difference_over_error(clicks[None], sessions[None], snippet.delta_variance)
    assert z.shape == (1,)
    np.testing.assert_allclose(z[0], fit.tvalues[1] * np.sqrt(59 / 60))  # divides by n - 1, statsmodels by n


def test_session_variance_is_that_of_independent_coins(snippet):
    clicks, sessions = data()
    coins = np.repeat([1.0, 0.0], [clicks[0].sum(), (sessions - clicks)[0].sum()])
    np.testing.assert_allclose(snippet.session_variance(clicks[0], sessions[0]), coins.var() / len(coins))
    z = snippet.difference_over_error(clicks[None], sessions[None], snippet.session_variance)
    p = clicks.sum(1) / sessions.sum(1)
    np.testing.assert_allclose(z[0], (p[1] - p[0]) / np.sqrt((p * (1 - p) / sessions.sum(1)).sum()))


def test_only_the_delta_method_keeps_its_level(snippet):
    shape = (2000, 2, 300)
    sessions = RNG.geometric(0.1, shape)
    for spread, naive in ((1e9, (0.036, 0.064)), (5, (0.2, 0.6))):  # users alike; users who differ much
        clicks = RNG.binomial(sessions, RNG.beta(0.3 * spread, 0.7 * spread, shape))
        z = snippet.difference_over_error(clicks, sessions, snippet.delta_variance)
        assert (
            0.036 < np.mean(abs(z) > 1.96) < 0.068
        )  # 3 standard errors of 2000 tests are 0.015; 300 users add a little
        z = snippet.difference_over_error(clicks, sessions, snippet.session_variance)
        assert naive[0] < np.mean(abs(z) > 1.96) < naive[1]


def test_variance_is_right_on_average(snippet):
    # the mean of the estimated variances is the variance of the difference, within 4 standard errors: √(2/2000) = 3 %
    error2 = snippet.delta_variance(snippet.clicks, snippet.sessions).sum(-1).mean()
    rate = snippet.clicks.sum(-1) / snippet.sessions.sum(-1)
    assert abs(np.var(rate[:, 1] - rate[:, 0]) / error2 - 1) < 0.13
    assert snippet.shape == (2000, 2, 400)
    assert abs(snippet.sessions.mean() - 5) < 0.02  # sd 4.5, 1.6 million draws: four standard errors are 0.014
    assert "session_variance false positives 14.0%" in snippet.printed


def test_tests_do_not_mix(snippet):
    z = snippet.difference_over_error(snippet.clicks[:5], snippet.sessions[:5], snippet.delta_variance)
    for k in range(5):
        alone = snippet.difference_over_error(
            snippet.clicks[k : k + 1], snippet.sessions[k : k + 1], snippet.delta_variance
        )
        np.testing.assert_allclose(z[k], alone[0])
