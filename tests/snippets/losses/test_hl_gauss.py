import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

EDGES = np.linspace(-4, 8, 25)  # bins of width 0.5


@given(st.floats(-2, 6), st.floats(0.2, 0.6))
def test_the_target_is_the_mass_of_a_gaussian_in_each_bin(snippet, y, sigma):
    target = snippet.hl_gauss_target(y, EDGES, sigma)
    expected = np.diff(stats.truncnorm.cdf(EDGES, (EDGES[0] - y) / sigma, (EDGES[-1] - y) / sigma, y, sigma))
    np.testing.assert_allclose(target, expected, atol=1e-9)
    np.testing.assert_allclose(target.sum(), 1)


@given(st.floats(-2, 6))
def test_the_read_out_restores_the_target_away_from_the_ends(snippet, y):
    target = snippet.hl_gauss_target(y, EDGES, 0.375)
    assert abs(snippet.read_out(target, EDGES) - y) < 5e-3


def test_the_read_out_is_a_weighted_mean_of_bin_centres(snippet):
    np.testing.assert_allclose(snippet.read_out(np.array([0.25, 0.75]), np.array([0.0, 2.0, 6.0])), 0.25 * 1 + 0.75 * 4)


def test_the_gradient_agrees_with_autograd(snippet):
    rng = np.random.default_rng(0)
    logits, target = rng.normal(size=24), snippet.hl_gauss_target(1.7, EDGES, 0.4)
    z = torch.tensor(logits, requires_grad=True)
    torch.nn.functional.cross_entropy(z, torch.tensor(target)).backward()
    np.testing.assert_allclose(snippet.cross_entropy_gradient(logits, target), z.grad, atol=1e-12)


def test_the_printed_gradient_of_cross_entropy_hardly_depends_on_the_target(snippet):
    rows = np.array([line.split() for line in snippet.printed.splitlines()[1:]], float)
    assert (rows[:, 2] < np.sqrt(2)).all()  # the distance of two probability vectors
    assert rows[:3, 2].max() == rows[:3, 2].min()
    np.testing.assert_array_equal(rows[:, 3], 2 * rows[:, 0])
    np.testing.assert_array_equal(rows[:3, 1], rows[:3, 0])
    assert rows[3, 1] < 9.9 - 0.2  # near the end of the range half of the bell is cut off
    np.testing.assert_allclose(np.diff(snippet.edges), 0.5)
    assert snippet.sigma == 0.375 and len(snippet.edges) == 41 and snippet.edges[0] == -10
