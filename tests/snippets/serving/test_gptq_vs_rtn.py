import numpy as np
import pytest


def least_squares_gptq(w, x, bits, damping):
    """Quantise a column, then choose all later ones anew: the best that they can do, by least squares."""
    high = 2 ** (bits - 1) - 1
    scale = np.abs(w).max(axis=1) / high
    n = x.shape[1]
    ridge = np.sqrt(damping * np.mean(np.sum(x**2, axis=0)))
    a = np.vstack([x, ridge * np.eye(n)])  # a.T a is the damped Hessian
    current, target = w.copy(), a @ w.T
    for j in range(n):
        current[:, j] = np.clip(np.round(current[:, j] / scale), -high, high) * scale
        left = target - a[:, : j + 1] @ current[:, : j + 1].T
        if j + 1 < n:
            current[:, j + 1 :] = np.linalg.lstsq(a[:, j + 1 :], left)[0].T
    return current


def data(seed, n=12):
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((200, 3)) @ rng.standard_normal((3, n)) + 0.3 * rng.standard_normal((200, n))
    return rng.standard_normal((7, n)), x


@pytest.mark.parametrize(("seed", "bits", "damping"), [(1, 4, 0.01), (2, 3, 0.01), (3, 2, 0.3), (4, 8, 0.01)])
def test_agrees_with_repeated_least_squares(snippet, seed, bits, damping):
    w, x = data(seed)
    before = w.copy()
    np.testing.assert_allclose(snippet.gptq(w, x, bits, damping), least_squares_gptq(w, x, bits, damping), atol=1e-8)
    np.testing.assert_array_equal(w, before)  # the argument is left alone
    if damping == 0.01:
        np.testing.assert_array_equal(snippet.gptq(w, x, bits), snippet.gptq(w, x, bits, 0.01))


def test_round_to_nearest_and_its_scale(snippet):
    w = np.array([[0.5, -3.5, 1.7], [0.1, 0.7, -0.26]])
    scale = snippet.row_scale(w, 4)
    np.testing.assert_allclose(scale, [0.5, 0.1])
    restored = snippet.round_to_nearest(w, scale[:, None], 4)
    np.testing.assert_allclose(restored, [[0.5, -3.5, 1.5], [0.1, 0.7, -0.3]])
    np.testing.assert_allclose(snippet.round_to_nearest(np.array([99.0, -99]), 0.5, 3), [1.5, -1.5])


def test_without_correlation_gptq_is_rounding(snippet):
    w, _ = data(5)
    rtn = snippet.round_to_nearest(w, snippet.row_scale(w, 3)[:, None], 3)
    np.testing.assert_allclose(snippet.gptq(w, 3 * np.eye(12), 3), rtn, atol=1e-12)


def test_relative_error_and_the_conclusion(snippet):
    assert len(snippet.fresh) == len(snippet.seen) == 2000
    assert snippet.relative_error(np.array([3.0, 4.5]), np.array([3.0, 4.0])) == pytest.approx(0.1)
    rows = [line.split() for line in snippet.printed.splitlines()[1:]]
    by_case = {tuple(row[:3]): (float(row[3]), float(row[4])) for row in rows}
    for bits in "43":
        near, best = (by_case["correlated", bits, method] for method in ("nearest", "GPTQ"))
        assert best[0] > near[0] and best[1] < near[1] / 2  # farther in weights, closer in outputs
        near, best = (by_case["independent", bits, method] for method in ("nearest", "GPTQ"))
        assert best[1] == pytest.approx(near[1], rel=0.02)
