import numpy as np
import statsmodels.api as sm

RNG = np.random.default_rng(4)


def test_each_estimate_by_regression(snippet):
    t = np.repeat([0, 1], [40, 20])
    x, y = RNG.normal(5, 2, (3, 60)), RNG.normal(size=(3, 60))
    for k, effect in enumerate(snippet.cuped(y, x, t)):
        residual = sm.OLS(y[k], sm.add_constant(x[k])).fit().resid
        np.testing.assert_allclose(effect, residual[t == 1].mean() - residual[t == 0].mean())


def test_a_moved_covariate_takes_theta_times_its_shift(snippet):
    t = np.arange(500) % 2
    for shift, direct in ((0.3, 0.2), (-0.5, 0.4), (0.0, 0.4)):
        x = RNG.normal(size=(800, 500)) + shift * t
        y = 1.5 * x + RNG.normal(size=x.shape) + direct * t
        # θ = cov / var over both arms; the arm itself adds shift²/4 to var(x), shift · effect / 4 to the covariance
        total = direct + 1.5 * shift
        theta = (1.5 + shift * total / 4) / (1 + shift**2 / 4)
        effect = snippet.cuped(y, x, t)
        assert abs(effect.mean() - (total - theta * shift)) < 4 * effect.std() / np.sqrt(800) + 0.001


def test_the_page_s_example(snippet):
    lines = [row.split() for row in snippet.printed.replace(",", "").splitlines()]
    before, during, truth = (float(row[row.index("mean") + 1]) for row in lines)
    assert before == truth == 0.5 and during < 0.1
    # closed form: var(sessions) = 2 + 0.3²/4, cov(spend, sessions) = 3 + 0.3 · 0.5/4
    theta = (3 + 0.3 * 0.5 / 4) / (2 + 0.09 / 4)
    effect = snippet.cuped(snippet.spend, snippet.sessions, snippet.t)
    assert abs(effect.mean() - (0.5 - theta * 0.3)) < 4 * effect.std() / np.sqrt(1000)
    assert float(lines[1][-1]) < float(lines[0][-1])  # and it looks more precise


def test_demonstration_has_the_model_described(snippet):
    # a million draws: standard errors of means 0.002, of variances below 0.5 %
    assert abs(snippet.before.var() - 2) < 0.02 and abs(snippet.before.mean()) < 0.01
    own = snippet.sessions - snippet.habit - 0.3 * snippet.t
    rest = snippet.spend - snippet.habit - snippet.sessions - 0.2 * snippet.t
    for noise in (own, rest, snippet.habit):
        assert abs(noise.var() - 1) < 0.01
    assert abs(np.corrcoef(own[0], rest[0])[0, 1]) < 0.13  # 1000 users: four standard errors
