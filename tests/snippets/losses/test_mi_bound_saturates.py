import numpy as np
import pytest
from scipy.stats import multivariate_normal, norm


def test_the_critic_is_the_log_density_ratio_up_to_a_constant(snippet):
    rng = np.random.default_rng(1)
    x, y = rng.normal(size=(4, 3)), rng.normal(size=(5, 3))
    for rho in (-0.5, 0.2, 0.95):
        ratio = np.array(
            [[(norm.logpdf(b, rho * a, np.sqrt(1 - rho**2)) - norm.logpdf(b)).sum() for b in y] for a in x]
        )
        difference = ratio - snippet.best_critic(x, y, rho)
        np.testing.assert_allclose(difference, difference[0, 0], atol=1e-9)


def test_true_information_from_the_entropies_of_gaussians(snippet):
    for rho, d in ((0.4, 1), (0.9, 3)):
        joint = np.kron([[1, rho], [rho, 1]], np.eye(d))
        marginal = multivariate_normal(cov=np.eye(d)).entropy()
        expected = 2 * marginal - multivariate_normal(cov=joint).entropy()
        assert snippet.true_information(rho, d) == pytest.approx(expected)


def test_the_estimate_is_log_n_minus_the_loss_and_never_above_log_n(snippet):
    rng = np.random.default_rng(2)
    for n in (1, 4, 10):
        logits = 5 * rng.normal(size=(n, n))
        p = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
        expected = np.log(n) + np.log(np.diag(p)).mean()
        assert snippet.information_estimate(logits) == pytest.approx(expected)
        assert snippet.information_estimate(100 * np.eye(n)) == pytest.approx(np.log(n))


def test_the_table(snippet):
    rows = np.array([list(map(float, line.split())) for line in snippet.printed.splitlines()[1:]])
    np.testing.assert_allclose(rows[:, 1], np.log(rows[:, 0]), atol=0.006)
    np.testing.assert_allclose(rows[:, 2], np.tile(-10 * np.log(1 - np.array([0.3, 0.6, 0.9]) ** 2), 2), atol=0.006)
    log_n, truth, estimate = rows[:, 1:].T
    assert (estimate <= log_n + 0.005).all()
    assert (estimate[[0, 3]] > 0.9 * truth[[0, 3]]).all()  # little information: about right
    assert (estimate[[2, 5]] < 0.4 * truth[[2, 5]]).all()  # much: stuck at log N
    assert estimate[4] > estimate[1]  # more negatives, a higher bound
