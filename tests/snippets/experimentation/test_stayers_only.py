import numpy as np


def test_closed_form(snippet):
    # exponential spending: those above c average 1 + c, and are a share exp(-c)
    for worse, c in ((0.03, 0.2), (0.4, 1.0), (0.0, 0.0)):
        active, assigned = snippet.lifts(np.random.default_rng(1), 400_000, worse, c)
        # spending has sd 1: each mean has a standard error below 0.003
        assert abs(active - ((1 - worse) * (1 + c) - 1)) < 0.015
        assert abs(assigned - ((1 - worse) * (1 + c) * np.exp(-c) - 1)) < 0.012


def test_signs(snippet):
    again = snippet.lifts(np.random.default_rng(0), 1_000_000, 0.03, 0.2)
    assert (snippet.active, snippet.assigned) == again
    assert snippet.active > 0.1 and snippet.assigned < -0.03


def test_no_control_user_is_dropped_and_size_is_used(snippet):
    a = snippet.lifts(np.random.default_rng(2), 50, 0.5, 0.3)
    old, new = np.random.default_rng(2).exponential(size=(2, 50))
    kept = [0.5 * x for x in new if x > 0.3]
    np.testing.assert_allclose(a, (np.mean(kept) / old.mean() - 1, sum(kept) / old.sum() - 1))
