import numpy as np
import statsmodels.api as sm


def test_the_fit_is_least_squares_on_logs(snippet):
    x = np.array([0.0, 1.0, 2.0, 5.0])
    y = np.array([1.0, 3.0, 2.0, 9.0])
    expected = sm.OLS(np.log(y), sm.add_constant(x)).fit().params[::-1]
    found = snippet.fit_log(x, y)
    np.testing.assert_allclose(found, expected)
    np.testing.assert_allclose(snippet.predict_log(found, x), expected[1] + expected[0] * x)


def test_smearing_is_the_mean_ratio_and_one_without_noise(snippet):
    assert snippet.smearing(np.zeros(5)) == 1
    np.testing.assert_allclose(snippet.smearing(np.log([0.5, 1.0, 4.5])), 2.0)


def test_smearing_restores_the_mean_of_a_constant_fit(snippet):
    y = np.array([1.0, 2.0, 30.0])
    log_mean = np.log(y).mean()
    np.testing.assert_allclose(np.exp(log_mean) * snippet.smearing(np.log(y) - log_mean), y.mean())


def test_the_printed_table_agrees_with_the_closed_forms(snippet):
    gaussian, skewed = (
        [float(word.strip("%")) for word in line.split()[1:]] for line in snippet.printed.splitlines()[1:]
    )
    s = 0.45
    # 50,000 draws: standard errors of about 0.002 (Gaussian) and 0.007 (skewed, whose tail is heavy)
    np.testing.assert_allclose(gaussian[:3], [np.exp(-(s**2) / 2), 1, 1], atol=0.015)
    true_factor = np.exp(-s) / (1 - s)  # E exp(s (Exp(1) - 1))
    np.testing.assert_allclose(skewed[:3], [1 / true_factor, np.exp(s**2 / 2) / true_factor, 1], atol=0.03)
    assert gaussian[3] == 50  # half lie below: the median
    assert abs(skewed[3] - 100 * (1 - np.exp(-1))) < 1  # exp gives the geometric mean, above the median


def test_both_noises_have_mean_zero_and_the_same_spread(snippet):
    for noise in snippet.noises.values():
        assert abs(noise.mean()) < 0.01 and abs(noise.std() - 0.45) < 0.01  # 50,000 draws


def test_the_printed_data_follow_a_line_on_the_log_scale(snippet):
    assert len(snippet.x) == 50_000 and 0 <= snippet.x.min() < 0.01 and 1.99 < snippet.x.max() <= 2
    # standard errors: 0.45 / sqrt(50,000) / sd(x) = 0.0035 for the slope
    np.testing.assert_allclose(snippet.fit_log(snippet.x, snippet.y), [1, 1], atol=0.02)
