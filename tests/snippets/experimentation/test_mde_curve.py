import numpy as np
from statsmodels.stats.power import zt_ind_solve_power

SD = np.sqrt(0.05 * 0.95)


def test_statsmodels_agrees(snippet):
    for n in (1_000, 54_321, 2_000_000):
        for alpha, goal in ((0.05, 0.8), (0.01, 0.6)):
            lift = snippet.detectable_lift(n, alpha, goal)
            solved = zt_ind_solve_power(nobs1=n, alpha=alpha, power=goal)
            np.testing.assert_allclose(lift * 0.05 / SD, solved, rtol=1e-3)
        np.testing.assert_allclose(snippet.detectable_lift(n), snippet.detectable_lift(n, 0.05, 0.8))
        for lift in (0.02, -0.1):
            expected = zt_ind_solve_power(effect_size=lift * 0.05 / SD, nobs1=n, alpha=0.05)
            np.testing.assert_allclose(snippet.power(lift, n), expected)
    np.testing.assert_allclose(snippet.power(0.0, 9_999, 0.02), 0.02)


def test_four_times_the_users_halve_the_detectable_lift(snippet):
    np.testing.assert_allclose(snippet.detectable_lift(4_000) * 2, snippet.detectable_lift(1_000))


def test_power_by_simulation(snippet):
    rng = np.random.default_rng(1)
    n, lift = 20_000, 0.1
    a, b = rng.binomial(n, 0.05, 20_000) / n, rng.binomial(n, 0.05 * (1 + lift), 20_000) / n
    z = (b - a) / np.sqrt((a * (1 - a) + b * (1 - b)) / n)
    # standard error 0.0035; the curve takes control's variance for both arms, which here moves it by 0.02
    assert abs((abs(z) > 1.96).mean() - snippet.power(lift, n)) < 0.03


def test_the_picture(snippet):
    axes = snippet.figures[0].axes[0]
    *curves, goal = axes.lines
    sizes = [5_000, 20_000, 80_000, 320_000]
    assert len(curves) == len(sizes)
    for curve, n in zip(curves, sizes, strict=True):
        x = curve.get_xdata() / 100
        np.testing.assert_allclose(x, np.linspace(0, 0.3, 301), atol=1e-12)
        np.testing.assert_allclose(curve.get_ydata(), zt_ind_solve_power_each(x, n), rtol=1e-6)
    assert set(goal.get_ydata()) == {0.8}
    labels = [text.get_text() for text in axes.get_legend().get_texts()]
    assert labels == [f"{n:,} users an arm" for n in sizes] + ["power 0.8"]


def zt_ind_solve_power_each(lifts, n):
    from statsmodels.stats.power import normal_power

    return np.array([normal_power(lift * 0.05 / SD, n / 2, 0.05) for lift in lifts])
