import numpy as np
from scipy.linalg import polar

MATRIX = np.random.default_rng(3).normal(size=(7, 12)) @ np.diag(np.geomspace(0.05, 3, 12))


def polynomial(s, coefficients, steps):
    p = np.polynomial.Polynomial([0, coefficients[0], 0, coefficients[1], 0, coefficients[2]])
    for _ in range(steps):
        s = p(s)
    return s


def test_only_the_singular_values_change_and_by_the_polynomial(snippet):
    u, s, vt = np.linalg.svd(MATRIX, full_matrices=False)
    for coefficients in (snippet.CUBIC, snippet.QUINTIC, (2.0, -1.5, 0.5)):
        for steps in (0, 1, 3, 5):
            new = polynomial(s / np.sqrt(np.sum(s**2)), coefficients, steps)
            expected = u @ np.diag(new) @ vt
            np.testing.assert_allclose(snippet.newton_schulz(MATRIX, coefficients, steps), expected, atol=1e-10)
    np.testing.assert_allclose(
        snippet.newton_schulz(MATRIX, (2, -1.5, 0.5)), snippet.newton_schulz(MATRIX, (2, -1.5, 0.5), 5)
    )


def test_the_cubic_converges_to_the_polar_factor_and_the_quintic_does_not(snippet):
    expected = polar(MATRIX)[0]
    np.testing.assert_allclose(snippet.polar_factor(MATRIX), expected, atol=1e-12)
    np.testing.assert_allclose(snippet.newton_schulz(MATRIX, snippet.CUBIC, 60), expected, atol=1e-10)
    for steps in (5, 60):
        assert np.abs(snippet.newton_schulz(MATRIX, snippet.QUINTIC, steps) - expected).max() > 0.05


def test_the_polar_factor_is_the_nearest_with_orthonormal_rows(snippet):
    nearest = np.linalg.norm(MATRIX - snippet.polar_factor(MATRIX))
    rng = np.random.default_rng(0)
    for _ in range(20):
        other = np.linalg.qr(rng.normal(size=(12, 7)))[0].T
        assert np.linalg.norm(MATRIX - other) > nearest


def test_the_coefficients_are_pytorchs(snippet):
    import torch.optim._muon as muon

    assert snippet.QUINTIC == (muon.DEFAULT_A, muon.DEFAULT_B, muon.DEFAULT_C)
    assert muon.DEFAULT_NS_STEPS == 5
    a, b, c = snippet.CUBIC
    assert (a + b + c, a + 3 * b + 5 * c) == (1, 0)  # a fixed point at 1 with slope 0


def test_the_fixed_point_repels(snippet):
    s, h = snippet.fixed, 1e-6
    np.testing.assert_allclose(polynomial(s, snippet.QUINTIC, 1), s)
    numeric = (polynomial(s + h, snippet.QUINTIC, 1) - polynomial(s - h, snippet.QUINTIC, 1)) / (2 * h)
    np.testing.assert_allclose(snippet.slope, numeric, rtol=1e-6)
    assert snippet.slope < -1  # a distance from it grows with every further step


def test_the_picture(snippet):
    lines = snippet.figures[0].axes[0].lines
    before = np.geomspace(1e-3, 1, 300)
    for line, coefficients in zip(lines[:2], (snippet.CUBIC, snippet.QUINTIC), strict=True):
        np.testing.assert_allclose(line.get_xdata(), before)
        np.testing.assert_allclose(line.get_ydata(), polynomial(before, coefficients, 5), atol=1e-12)
    np.testing.assert_allclose(lines[2].get_ydata(), before)
    assert snippet.figures[0].axes[0].get_xscale() == "log"
    assert [line.get_label() for line in lines] == ["cubic, 5 steps", "quintic, 5 steps", "unchanged"]
    # what the page reads off: from 0.01 on Muon's is within 0.6 and 1.3, the cubic is far behind at 0.01
    assert (lines[1].get_ydata()[before > 0.01] > 0.6).all() and (lines[1].get_ydata() < 1.3).all()
    assert lines[0].get_ydata()[100] < 0.1
