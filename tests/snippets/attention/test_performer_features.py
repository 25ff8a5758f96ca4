import numpy as np

X, WEIGHT = np.polynomial.hermite_e.hermegauss(40)  # integrates against exp(-x²/2)
WEIGHT = WEIGHT / WEIGHT.sum()


def quadrature(snippet, q, k, power):
    grid = np.stack(np.meshgrid(X, X), axis=-1).reshape(-1, 1, 2)  # (draws, m = 1, d = 2)
    product = (snippet.features(q[None], grid) @ snippet.features(k[None], grid).mT)[:, 0, 0]
    return np.outer(WEIGHT, WEIGHT).ravel() @ product**power


def test_unbiased_for_the_kernel_by_integration(snippet):
    for q, k in (([0.3, -0.8], [0.5, 0.4]), ([1.0, 0.2], [1.0, 0.2]), ([0.5, 0.5], [-0.5, -0.5])):
        q, k = np.array(q), np.array(k)
        mean, second = quadrature(snippet, q, k, 1), quadrature(snippet, q, k, 2)
        np.testing.assert_allclose(mean, np.exp(q @ k), rtol=1e-8)
        relative = second / mean**2 - 1
        np.testing.assert_allclose(snippet.relative_variance(q, k, 1), relative, rtol=1e-6, atol=1e-9)
        np.testing.assert_allclose(snippet.relative_variance(q, k, 8), relative / 8, rtol=1e-6, atol=1e-9)


def test_m_features_average_m_single_ones(snippet):
    W = np.random.default_rng(8).normal(size=(3, 5, 2))
    q, k = np.array([[0.4, 0.1]]), np.array([[-0.2, 0.6], [1.0, 0.3]])
    many = snippet.features(q, W) @ snippet.features(k, W).mT
    one = np.mean([snippet.features(q, W[:, [i]]) @ snippet.features(k, W[:, [i]]).mT for i in range(5)], axis=0)
    np.testing.assert_allclose(many, one)
    assert (snippet.features(k, W) > 0).all()


def test_estimates_are_kernels_and_their_ratio(snippet):
    W = np.random.default_rng(9).normal(size=(4, 6, 2))
    kernels, outputs = snippet.estimates(snippet.q, snippet.K, snippet.V, W)
    for w, kernel, output in zip(W, kernels, outputs, strict=True):
        expected = snippet.features(snippet.q, w) @ snippet.features(snippet.K, w).T
        np.testing.assert_allclose(kernel, expected[0])
        np.testing.assert_allclose(output, np.average(snippet.V, weights=expected[0]))


def test_the_kernel_has_no_bias_and_the_ratio_has(snippet):
    exact = np.exp(snippet.K @ snippet.q[0])
    attention = np.average(snippet.V, weights=exact)
    bias = {}
    for m in (1, 4, 64):
        W = np.random.default_rng(m).normal(size=(20_000, m, 2))
        kernels, outputs = snippet.estimates(snippet.q, snippet.K, snippet.V, W)
        variance = np.array([snippet.relative_variance(snippet.q[0], k, m) for k in snippet.K])
        error = np.abs(kernels.mean(axis=0) / exact - 1)
        assert (error < 5 * np.sqrt(variance / 20_000)).all()  # five standard errors
        bias[m] = outputs.mean() - attention
        standard_error = outputs.std() / np.sqrt(20_000)
        assert bias[m] > 5 * standard_error
    assert bias[1] > bias[4] > bias[64]
    lines = snippet.printed.splitlines()
    for line, m in zip(lines[1:4], (1, 4, 64), strict=True):
        assert f"m = {m:2d}" in line
        assert abs(float(line.split("attention ")[1].split(",")[0]) - attention - bias[m]) < 0.02
    np.testing.assert_allclose(snippet.kernel, exact)
    assert f"attention {attention:.2f}" in lines[0]


def test_aligned_is_hard_and_opposite_is_free(snippet):
    size = (snippet.q**2).sum()
    assert f"aligned: relative variance {np.exp(4 * size) - 1:.1f} / m" in snippet.printed
    assert "opposite: relative variance 0.0 / m" in snippet.printed
