import numpy as np
from hypothesis import given
from hypothesis import strategies as st


@given(st.floats(1e-9, 1 - 1e-9))
def test_both_losses_in_terms_of_the_probability(snippet, p):
    m = snippet.margin(p)
    np.testing.assert_allclose(snippet.cross_entropy(m), -np.log(p), rtol=1e-6, atol=1e-9)
    np.testing.assert_allclose(snippet.exponential_loss(m), (1 - p) / p, rtol=1e-6)


@given(st.floats(-500, 500))
def test_the_slope_of_cross_entropy_never_exceeds_one(snippet, m):
    change = snippet.cross_entropy(m - 1) - snippet.cross_entropy(m)
    assert 0 <= change <= 1 + 1e-9
    if m < -40:
        np.testing.assert_allclose(change, 1)
        np.testing.assert_allclose(snippet.cross_entropy(m), -m)


def test_one_factor_adds_and_the_other_multiplies(snippet):
    rows = np.array([line.split() for line in snippet.printed.splitlines()[1:-1]], float)
    assert rows[:, 0].tolist() == [0.4, 1e-1, 1e-2, 1e-3, 1e-4]
    np.testing.assert_allclose(np.diff(rows[1:, 2]), 2.303, atol=0.02)
    np.testing.assert_allclose(rows[2:, 3] / rows[1:-1, 3], 10, rtol=0.11)


def test_the_picture_shows_both_losses(snippet):
    axes = snippet.figures[0].axes[0]
    first, second = axes.lines
    m = first.get_xdata()
    assert (m.min(), m.max(), len(m)) == (-6, 3, 91)
    np.testing.assert_allclose(first.get_ydata(), -np.log(1 / (1 + np.exp(-m))), atol=1e-12)
    np.testing.assert_allclose(second.get_ydata(), np.exp(-second.get_xdata()))
    assert axes.get_ylim() == (0, 12)
