import numpy as np
import pytest
from scipy.special import softmax

RNG = np.random.default_rng(4)


def test_plain_cross_entropy_learns_the_noisy_posterior_and_correction_the_clean_one(snippet):
    for _ in range(5):
        clean = RNG.dirichlet([3, 3, 3, 3])
        transition = 0.6 * np.eye(4) + 0.4 * RNG.dirichlet([1, 1, 1, 1], size=4)
        observed = clean @ transition
        np.testing.assert_allclose(snippet.learned(observed, np.eye(4)), observed, atol=1e-3)
        np.testing.assert_allclose(snippet.learned(observed, transition), clean, atol=5e-3)


def test_asymmetric_noise_changed_the_winning_class(snippet):
    assert snippet.clean.argmax() == 0 and snippet.observed.argmax() == 1
    np.testing.assert_allclose(snippet.transition.sum(axis=1), 1)
    np.testing.assert_allclose(snippet.observed, [0.33, 0.57, 0.10])


def test_sums_over_labels_by_brute_force(snippet):
    z = np.array([0.3, -1.0, 2.0, 0.1])
    p = softmax(z)
    sums = snippet.losses_summed_over_labels(z, q=0.4)
    one_hot = np.eye(4)
    assert sums["absolute error"] == pytest.approx(sum(np.abs(p - y).sum() for y in one_hot))
    assert sums["cross-entropy"] == pytest.approx(sum(-np.log(p @ y) for y in one_hot))
    assert sums["generalised (q = 0.7)"] == pytest.approx(sum((1 - (p @ y) ** 0.4) / 0.4 for y in one_hot))


def test_only_the_absolute_error_is_symmetric(snippet):
    first, second = (snippet.losses_summed_over_labels(z) for z in (np.zeros(5), np.array([3.0, 0, -2, 0, 1])))
    assert first["absolute error"] == pytest.approx(second["absolute error"]) == pytest.approx(2 * 4)
    assert abs(first["cross-entropy"] - second["cross-entropy"]) > 1
    # q -> 1 gives half the absolute error, q -> 0 the cross-entropy
    z = np.array([1.0, -0.5, 0.2])
    near_one, near_zero = (snippet.losses_summed_over_labels(z, q)["generalised (q = 0.7)"] for q in (1, 1e-7))
    assert near_one == pytest.approx(snippet.losses_summed_over_labels(z)["absolute error"] / 2)
    assert near_zero == pytest.approx(snippet.losses_summed_over_labels(z)["cross-entropy"], rel=1e-5)
    assert snippet.losses_summed_over_labels(z) == snippet.losses_summed_over_labels(z, q=0.7)
