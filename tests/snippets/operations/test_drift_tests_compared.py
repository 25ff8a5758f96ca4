import numpy as np
import pytest
from scipy.stats import binomtest, chi2_contingency, ks_2samp, wasserstein_distance
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.metrics.pairwise import rbf_kernel
from sklearn.preprocessing import PolynomialFeatures


def samples(seed, n=60, m=60):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, 2)), rng.normal(size=(m, 2)) * [1.3, 1] + [0.3, 0]


def test_ks_and_chi_square_take_the_smallest_p_value_times_the_features(snippet):
    for seed in range(5):
        a, b = samples(seed, 60, 80)
        smallest = min(ks_2samp(a[:, j], b[:, j], method="asymp").pvalue for j in (0, 1))
        assert snippet.ks(a, b) == pytest.approx(2 * smallest)
        p = []
        for j in (0, 1):
            edges = [-np.inf, *np.quantile(a[:, j], [0.2, 0.4, 0.6, 0.8]), np.inf]
            table = [np.histogram(x[:, j], edges)[0] for x in (a, b)]
            p.append(chi2_contingency(table).pvalue)
        assert snippet.chi_square(a, b) == pytest.approx(2 * min(p))
        assert snippet.chi_square(a, b, bins=3) != pytest.approx(2 * min(p))


def test_wasserstein_agrees_with_scipy(snippet):
    a, b = samples(7, 50, 70)
    weights = np.repeat([1 / 50, -1 / 70], [50, 70])
    found = snippet.wasserstein(np.vstack([a, b]), np.vstack([weights, -weights]))
    expected = sum(wasserstein_distance(a[:, j], b[:, j]) for j in (0, 1))
    np.testing.assert_allclose(found, [expected, expected])


def test_mmd_agrees_with_kernel_means(snippet):
    a, b = samples(8, 30, 50)
    weights = np.repeat([1 / 30, -1 / 50], [30, 50])[None]
    expected = rbf_kernel(a, a, 0.5).mean() + rbf_kernel(b, b, 0.5).mean() - 2 * rbf_kernel(a, b, 0.5).mean()
    np.testing.assert_allclose(snippet.mmd_squared(np.vstack([a, b]), weights), [expected])


def test_classifier_is_a_discriminant_on_held_out_rows(snippet):
    for seed in range(4):  # equal classes: least squares on ±1 is linear discriminant analysis
        a, b = samples(seed)
        x = PolynomialFeatures(2, include_bias=False).fit_transform(np.vstack([a, b]))
        side = np.repeat([-1, 1], 60)
        said = LinearDiscriminantAnalysis().fit(x[::2], side[::2]).predict(x[1::2])
        right = int(np.sum(said == side[1::2]))
        expected = binomtest(right, 60, alternative="greater").pvalue
        assert snippet.classifier(a, b) == pytest.approx(expected)


def test_shuffles_are_permutations_of_the_observed_weights(snippet):
    assert snippet.weights.shape == (40, 200)
    np.testing.assert_array_equal(snippet.weights[0], [0.01] * 100 + [-0.01] * 100)
    np.testing.assert_array_equal(np.sort(snippet.weights), np.tile([-0.01] * 100 + [0.01] * 100, (40, 1)).round(9))
    assert len(np.unique(snippet.weights, axis=0)) == 40


def test_change_of_correlation_keeps_each_feature(snippet):
    covariance = snippet.matrix.T @ snippet.matrix  # the last of the changes
    np.testing.assert_allclose(covariance, [[1, 0.8], [0.8, 1]])


def test_conclusions(snippet):
    power = {row.split()[0]: [float(v) for v in row.split()[1:]] for row in snippet.printed.splitlines()[1:]}
    error = 3 * np.sqrt(0.05 * 0.95 / 40)  # three standard errors of 40 repeats at 5 %
    assert max(power["none"]) < 0.05 + error
    assert max(power["correlation"][:3]) < 0.05 + error and min(power["correlation"][3:]) > 0.8
    assert power["mean"][4] < min(power["mean"][:4])  # half of the rows are spent on fitting
    assert power["spread"][0] == min(power["spread"])
