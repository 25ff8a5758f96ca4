import numpy as np
import pytest

RNG = np.random.default_rng(0)


def test_projection_leaves_no_conflict_and_touches_nothing_without_one(snippet):
    for _ in range(50):
        g, other = RNG.normal(size=(2, 5))
        projected = snippet.project(g, other)
        if g @ other >= 0:
            np.testing.assert_array_equal(projected, g)
        else:
            assert projected @ other == pytest.approx(0, abs=1e-12)
            # only the part along `other` was taken away
            onto = np.outer(other, other) / (other @ other)
            np.testing.assert_allclose(projected, g - onto @ g)


def test_the_result_is_the_weighted_sum(snippet):
    conflicts = 0
    for _ in range(50):
        g1, g2 = RNG.normal(size=(2, 3)) * np.array([[1.0], [4.0]])
        w1, w2 = snippet.weights(g1, g2)
        np.testing.assert_allclose(snippet.pcgrad(g1, g2), w1 * g1 + w2 * g2)
        conflicts += g1 @ g2 < 0
        assert (w1 > 1 and w2 > 1) if g1 @ g2 < 0 else (w1 == w2 == 1)
    assert 10 < conflicts < 40


def test_it_stops_where_gradients_are_opposite_even_if_one_is_larger(snippet):
    g = RNG.normal(size=4)
    np.testing.assert_allclose(snippet.pcgrad(g, -7 * g), 0, atol=1e-12)
    assert np.any(np.abs(g - 7 * g) > 0.1)  # the plain sum would move
