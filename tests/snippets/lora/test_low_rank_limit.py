import numpy as np
import pytest
import scipy.linalg
from hypothesis import given, settings
from hypothesis import strategies as st


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 6))
def test_error_is_what_the_best_factors_leave(snippet, seed, r):
    update = np.random.default_rng(seed).normal(size=(9, 7))
    B, A = snippet.best_factors(update, r)
    assert B.shape == (9, r) and A.shape == (r, 7)
    left = np.linalg.norm(update - B @ A)
    assert snippet.relative_error(update, r) == pytest.approx(left / np.linalg.norm(update))
    tail = scipy.linalg.svdvals(update)[r:]
    assert left == pytest.approx(np.sqrt((tail**2).sum()))


def test_no_other_factors_do_better(snippet):
    rng = np.random.default_rng(5)
    update = rng.normal(size=(8, 6))
    best = snippet.relative_error(update, 2) * np.linalg.norm(update)
    B = rng.normal(size=(8, 2))
    for _ in range(500):  # alternating least squares from a random start
        A = np.linalg.lstsq(B, update, rcond=None)[0]
        assert np.linalg.norm(update - B @ A) >= best - 1e-12
        B = np.linalg.lstsq(A.T, update.T, rcond=None)[0].T
    assert np.linalg.norm(update - B @ A) == pytest.approx(best, rel=1e-6)  # and it gets there


def test_limits(snippet):
    update = np.random.default_rng(6).normal(size=(5, 5))
    assert snippet.relative_error(update, 0) == 1 and snippet.relative_error(update, 5) == 0
    for r in range(16):
        assert snippet.relative_error(np.eye(16), r) == pytest.approx(np.sqrt(1 - r / 16))


def test_updates_have_the_spectra_that_the_page_names(snippet):
    s = np.array([3.0, 2.0, 0.5])
    matrix = snippet.with_singular_values(s, np.random.default_rng(1))
    np.testing.assert_allclose(scipy.linalg.svdvals(matrix), s)
    assert abs(matrix - np.diag(s)).max() > 0.1  # turned, not diagonal
    spectra = {name: scipy.linalg.svdvals(update) for name, update in snippet.updates.items()}
    np.testing.assert_allclose(spectra["fast decay, 0.7ᵏ"], 0.7 ** np.arange(1, 129), atol=1e-12)
    np.testing.assert_allclose(spectra["slow decay, 1/k"], 1 / np.arange(1, 129))
    np.testing.assert_array_equal(snippet.updates["identity"], np.eye(128))
    noise = snippet.updates["random matrix"]
    rng = np.random.default_rng(0)
    rng.normal(size=(4, 128, 128))  # spent on the turns of the first two
    np.testing.assert_array_equal(noise, rng.normal(size=(128, 128)))
    assert abs(noise.std() - 1) < 0.03 and abs(noise.mean()) < 0.03  # se .006, .008


def test_the_picture_shows_the_four_errors_at_each_rank(snippet):
    lines = snippet.figures[-1].axes[0].lines
    for line, update in zip(lines, snippet.updates.values(), strict=True):
        total = (scipy.linalg.svdvals(update) ** 2).sum()
        kept = np.append(0, np.cumsum(scipy.linalg.svdvals(update) ** 2))
        np.testing.assert_allclose(line.get_xdata(), np.arange(129))
        np.testing.assert_allclose(line.get_ydata(), np.sqrt(np.maximum(0, 1 - kept / total)), atol=1e-6)


def test_the_page_figure_for_rank_8_of_the_slow_spectrum(snippet):
    assert snippet.missed == pytest.approx(np.sqrt((1 / np.arange(9, 129) ** 2).sum()))
    assert snippet.A.shape == (8, 128)
