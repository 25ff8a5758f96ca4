import numpy as np


def test_seen_by_is_the_share_that_has_come_at_least_once(snippet):
    rng = np.random.default_rng(0)
    for day in (1, 4, 20):
        came = rng.random((40_000, day, 2)) < snippet.visits
        share = came.any(axis=1).mean(axis=0)
        np.testing.assert_allclose(snippet.seen_by(day), share, atol=0.01)  # four standard errors at most


def test_average_effect_is_the_mean_over_those_who_came(snippet):
    rng = np.random.default_rng(1)
    frequent = rng.random(200_000) < 0.2
    first = rng.geometric(np.where(frequent, 0.8, 0.05))  # day of the first visit
    gain = np.where(frequent, -1.0, 2.0)
    for day in (1, 2, 10, 60):
        came = gain[first <= day]
        assert abs(came.mean() - snippet.average_effect(day)) < 4 * 1.5 / np.sqrt(len(came))  # four standard errors


def test_it_drifts_to_the_population_and_changes_sign(snippet):
    drift = [snippet.average_effect(day) for day in range(1, 400)]
    assert (np.diff(drift) > -1e-12).all()
    assert drift[0] < 0 < drift[-1]
    np.testing.assert_allclose(drift[-1], 0.2 * -1 + 0.8 * 2)
    assert snippet.users.sum() == 1
