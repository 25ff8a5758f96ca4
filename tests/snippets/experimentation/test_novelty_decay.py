import numpy as np
from scipy.optimize import least_squares
from scipy.stats import chi2


def test_effect_starts_high_and_ends_lasting(snippet):
    assert snippet.effect(0, 0.4, 1.1, 3) == 1.5
    np.testing.assert_allclose(snippet.effect(1e6, 0.4, 1.1, 3), 0.4)
    # what is left of the novelty halves every days * log 2
    np.testing.assert_allclose(snippet.effect(3 * np.log(2), 0.4, 1.1, 3), 0.4 + 1.1 / 2)


def test_both_views_estimate_what_they_should(snippet):
    truth, days, users = (0.2, 2.0, 3.0), 10, 30_000
    by_day, by_age, counts = snippet.simulate(np.random.default_rng(4), users, days, truth)
    ages = np.arange(days)
    expected = users * (days - ages) / days  # a user who arrived on day e has ages 0 to days - 1 - e
    assert np.all(abs(counts - expected) < 5 * np.sqrt(users) / 2)
    curve = truth[0] + truth[1] * np.exp(-ages / truth[2])
    # each pair of users has variance 2
    assert np.all(abs(by_age - curve) < 5 * np.sqrt(2 / counts))
    mixed = np.cumsum(curve) / np.arange(1, days + 1)  # on day d the ages 0 to d are equally many
    # beside the noise, the mix of ages varies: effects have an sd below 0.7
    assert np.all(abs(by_day - mixed) < 5 * np.sqrt((2 + 0.7**2) / counts[::-1]))


def test_noise_of_a_pair_has_variance_two(snippet):
    total = 0.0
    for seed in range(20):
        _, by_age, counts = snippet.simulate(np.random.default_rng(seed), 400, 8, (0, 0, 1))
        total += (by_age**2 * counts / 2).sum()
    low, high = chi2.ppf((1e-5, 1 - 1e-5), 160)
    assert low < total < high


def test_calendar_days_overstate_and_ages_do_not(snippet):
    defaults = snippet.simulate(np.random.default_rng(0))
    np.testing.assert_array_equal(defaults[0], snippet.by_day)
    assert len(snippet.by_day) == 28
    curve = 0.3 + 1.2 * np.exp(-np.arange(28) / 5)
    assert np.all(abs(snippet.by_age - curve) < 5 * np.sqrt(2 / snippet.counts))
    assert snippet.by_day[-7:].mean() > 0.3 + 0.2
    ages = np.arange(28)
    weighted = least_squares(
        lambda b: np.sqrt(snippet.counts) * (b[0] + b[1] * np.exp(-ages / b[2]) - snippet.by_age), (0.5, 0.5, 4)
    )
    np.testing.assert_allclose(snippet.fit, weighted.x, rtol=1e-4)
    # standard errors of the fit: about 0.01, 0.01 and 0.1
    assert np.all(abs(snippet.fit - (0.3, 1.2, 5)) < (0.04, 0.06, 0.6))


def test_picture(snippet):
    axes = snippet.figures[0].axes[0]
    day, age, fit, flat = axes.lines
    np.testing.assert_array_equal(day.get_ydata(), snippet.by_day)
    np.testing.assert_array_equal(age.get_ydata(), snippet.by_age)
    np.testing.assert_allclose(fit.get_ydata(), snippet.effect(fit.get_xdata(), *snippet.fit))
    assert set(flat.get_ydata()) == {0.3}
    assert [t.get_text() for t in axes.get_legend().get_texts()][1].startswith("by days since")
