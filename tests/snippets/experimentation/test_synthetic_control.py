import numpy as np
import pytest
from scipy.optimize import minimize


def test_weights_solve_the_constrained_least_squares(snippet):
    rng = np.random.default_rng(1)
    donors, target = rng.normal(size=(30, 5)), rng.normal(size=30)
    w = snippet.weights(target, donors)
    oracle = minimize(
        lambda v: ((target - donors @ v) ** 2).sum(),
        np.full(5, 0.2),
        bounds=[(0, 1)] * 5,
        constraints={"type": "eq", "fun": lambda v: v.sum() - 1},
        tol=1e-12,
    )
    np.testing.assert_allclose(w, oracle.x, atol=1e-4)
    assert (w >= 0).all() and w.sum() == pytest.approx(1, abs=1e-4)


def test_the_sum_is_enforced_by_one_row_a_thousand_times_the_largest_donor(snippet):
    donor = np.array([[1.0], [-2.0], [0.5]])
    target, heavy = 5_000 * donor[:, 0], 2_000.0**2
    square = (donor**2).sum()  # one donor: the normal equation has one unknown
    expected = (5_000 * square + heavy) / (square + heavy)
    assert snippet.weights(target, donor)[0] == pytest.approx(expected, rel=1e-6)


def test_a_mixture_of_donors_is_found_exactly(snippet):
    donors = np.random.default_rng(2).normal(size=(60, 4)).cumsum(0)
    truth = np.array([0.5, 0.0, 0.2, 0.3])
    np.testing.assert_allclose(snippet.weights(donors @ truth, donors), truth, atol=1e-9)


def test_only_weeks_before_the_change_are_fitted(snippet):
    donors = np.random.default_rng(3).normal(size=(52, 6)).cumsum(0)
    target = donors @ np.array([0.4, 0.6, 0, 0, 0, 0])
    target[40:] += np.arange(12)
    np.testing.assert_allclose(snippet.gaps(target, donors), [0] * 40 + list(range(12)), atol=1e-8)


def test_surprise_is_the_ratio_of_errors(snippet):
    gap = np.concatenate([np.full(40, 0.5), np.full(12, -2.0)])
    assert snippet.surprise(gap) == pytest.approx(4)
    gap[:20] = 1.5
    assert snippet.surprise(gap) == pytest.approx(2 / np.sqrt((2.25 + 0.25) / 2))


def test_printed_effects_and_rank(snippet):
    inside, outside = (snippet.outcomes[name][1] for name in ("inside the donors", "outside"))
    # 12 weeks with a spread of 0.3, and the error of the fit
    assert inside[40:].mean() == pytest.approx(3, abs=5 * 0.3 / np.sqrt(12))
    assert abs(outside[40:].mean() - 3) > 3 and np.abs(outside[:40]).mean() > 2
    assert snippet.printed.splitlines()[0].startswith("inside the donors: error before 0.2")
    ratios = [snippet.surprise(snippet.gaps(snippet.donors[:, j], np.delete(snippet.donors, j, 1))) for j in range(19)]
    assert len(ratios) == len(snippet.others) == 19
    assert snippet.rank == 1 + np.sum(np.array(ratios) >= snippet.surprise(inside)) == 1
    assert "p = 0.05" in snippet.printed


def test_picture_shows_the_region_the_copy_and_the_change(snippet):
    region, synthetic, change = snippet.figures[0].axes[0].lines
    np.testing.assert_allclose(region.get_ydata(), snippet.outcomes["inside the donors"][0])
    np.testing.assert_allclose(synthetic.get_ydata(), region.get_ydata() - snippet.outcomes["inside the donors"][1])
    assert list(change.get_xdata()) == [39.5, 39.5]
    assert snippet.donors.shape == (52, 19)
