import numpy as np
from scipy import optimize, stats

MEANS = np.linspace(-2, 7, 19)


def test_the_variances_are_those_of_maximum_likelihood(snippet):
    # brute force: the expected NLL of a group N(centre, noise) under N(mean, v), minimised over v
    gap, noise = 5.0, 0.7
    for mean in (0.3, 2.0):
        for centre, found in zip((0.0, gap), snippet.best_variances(mean, gap, noise), strict=True):
            expected = optimize.minimize_scalar(
                lambda v, c=centre, m=mean: (np.log(v) + (noise + (m - c) ** 2) / v) / 2,
                bounds=(1e-3, 99),
                method="bounded",
                options={"xatol": 1e-9},
            )
            np.testing.assert_allclose(found, expected.x, rtol=1e-4)


def test_profile_nll_and_mse_are_those_of_a_sample(snippet):
    # the quantiles of a Gaussian stand for it: 20,000 of them give its variance to about 1e-4
    z = stats.norm.ppf((np.arange(20_000) + 0.5) / 20_000)
    gap, noise, mean = 3.0, 0.5, 1.2
    groups = np.stack([np.sqrt(noise) * z, gap + np.sqrt(noise) * z])
    variances = np.mean((groups - mean) ** 2, axis=1)
    nll = -np.mean(stats.norm.logpdf(groups, mean, np.sqrt(variances)[:, None])) - np.log(2 * np.pi) / 2
    np.testing.assert_allclose(snippet.profile_nll(mean, gap, noise), nll, rtol=1e-3)
    np.testing.assert_allclose(snippet.mse(mean, gap, noise), np.mean((groups - mean) ** 2), rtol=1e-3)


def test_plain_nll_ends_at_its_closed_form_and_beta_nll_in_the_middle(snippet):
    # stationary where mean = gap / 2 or mean (gap - mean) = noise
    gap, noise = 3.0, 0.5
    near = (gap - np.sqrt(gap**2 - 4 * noise)) / 2
    np.testing.assert_allclose(snippet.train(0.0, gap, noise, start=1.4), near, atol=1e-6)
    np.testing.assert_allclose(snippet.train(0.0, gap, noise, start=1.6), gap - near, atol=1e-6)
    for beta in (0.5, 0.8, 1.0):
        np.testing.assert_allclose(snippet.train(beta, gap, noise, start=0.2), gap / 2, atol=1e-6)


def test_one_step_is_the_gradient_of_the_nll_with_the_variances_held_fixed(snippet):
    variance = snippet.best_variances(1.0, 4.0, 2.0)
    gradient = (1.0 / variance[0] + (1.0 - 4.0) / variance[1]) / 2
    np.testing.assert_allclose(snippet.train(0.0, 4.0, 2.0, start=1.0, steps=1, lr=0.3), 1.0 - 0.3 * gradient)
    np.testing.assert_allclose(snippet.train(0.0, 4.0, 2.0, start=1.0, steps=1), 1.0 - 0.1 * gradient)


def test_by_default_it_takes_two_thousand_steps(snippet):
    mean = 1.0
    for _ in range(2000):  # so small that the end is not reached
        variance = snippet.best_variances(mean, 4.0, 2.0)
        mean -= 1e-5 * (mean / variance[0] + (mean - 4.0) / variance[1]) / 2
    np.testing.assert_allclose(snippet.train(0.0, 4.0, 2.0, start=1.0, lr=1e-5), mean, rtol=1e-12)


def test_far_apart_groups_split_the_nll_into_two_minima(snippet):
    x, y = snippet.figures[0].axes[0].lines[0].get_data()
    inner = (y[1:-1] < y[:-2]) & (y[1:-1] < y[2:])
    np.testing.assert_allclose(x[1:-1][inner], [2 - np.sqrt(3), 2 + np.sqrt(3)], atol=0.02)
    np.testing.assert_allclose(y, snippet.profile_nll(x, 4.0, 1.0))
    x, y = snippet.figures[0].axes[0].lines[1].get_data()
    assert np.isclose(x[np.argmin(y)], 2)
    np.testing.assert_allclose(y * 8, 1 + ((x - 2) ** 2 + 4))


def test_the_printed_compromise_has_more_squared_error_and_less_nll(snippet):
    plain, half, one = (
        [float(word.strip(",:")) for word in line.split() if word[0].isdigit()]
        for line in snippet.printed.splitlines()[1:]
    )
    assert plain[4] < half[4] and plain[5] > half[5]
    assert half[1:] == one[1:]
