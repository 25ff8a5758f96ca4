import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import beta, norm

PAIRS = [((3, 5), (4, 4)), ((1, 1), (1, 1)), ((2.5, 7.5), (6, 11)), ((40, 60), (35, 80))]


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_by_numerical_integration(snippet, a, b):
    chance = quad(lambda x: beta.pdf(x, *b) * beta.cdf(x, *a), 0, 1)[0]
    np.testing.assert_allclose(snippet.chance_b_is_better(a, b), chance, rtol=1e-6)
    # E[max(a - b, 0)] = integral of P(b < x < a)
    loss = quad(lambda x: beta.cdf(x, *b) * beta.sf(x, *a), 0, 1)[0]
    np.testing.assert_allclose(snippet.expected_loss(a, b), loss, rtol=1e-5)


def test_symmetry(snippet):
    a, b = (7, 30), (9, 28)
    np.testing.assert_allclose(snippet.chance_b_is_better(a, b) + snippet.chance_b_is_better(b, a), 1)
    gap = b[0] / sum(b) - a[0] / sum(a)
    np.testing.assert_allclose(snippet.expected_loss(b, a) - snippet.expected_loss(a, b), gap)


def test_shrunk_is_the_posterior_mean(snippet):
    for estimate, error, prior in ((2.0, 1.5, 1.0), (-0.3, 0.2, 4.0)):
        grid = np.linspace(-20, 20, 40_001)
        weight = norm.pdf(grid, 0, prior) * norm.pdf(estimate, grid, error)
        expected = (grid * weight).sum() / weight.sum()
        np.testing.assert_allclose(snippet.shrunk(estimate, error, prior), expected, rtol=1e-6)


def test_flat_priors_restate_the_one_sided_p_value(snippet):
    assert abs(snippet.chance_b_is_better(snippet.a, snippet.b) - norm.cdf(snippet.z)) < 0.002
    assert snippet.a == (481, 9_521) and snippet.b == (531, 9_471)
    rate = np.array([0.048, 0.053])
    error = np.sqrt((rate * (1 - rate) / 10_000).sum())
    np.testing.assert_allclose(snippet.z, 0.005 / error)


def test_only_the_true_prior_repairs_the_selected(snippet):
    rows = snippet.printed.splitlines()[-3:]
    truth, right, wide = (float(row.split()[-1]) for row in rows)
    # standard error of the mean of more than 30,000 lifts: 0.005
    assert abs(truth - right) < 0.03 and wide > 2 * truth
    # of a normal above a limit, in closed form: mean sd·φ/Φ, shrunk by 1/3.25
    sd = np.sqrt(3.25)
    mean = sd * norm.pdf(2.5 / sd) / norm.sf(2.5 / sd)
    assert abs(snippet.seen[snippet.chosen].mean() - mean) < 0.03
    assert abs(truth - mean / 3.25) < 0.03
