import numpy as np
import pytest

X = np.random.default_rng(5).laplace(size=5000) * 3


def test_restore_rounds_inside_and_clips_outside(snippet):
    x = np.linspace(-12.7, 12.7, 999)
    assert np.abs(snippet.restore(x, 12.7) - x).max() <= 0.05 + 1e-12
    np.testing.assert_allclose(snippet.restore(np.array([-99.0, 0, 2.04, 99]), 12.7), [-12.7, 0, 2, 12.7])
    np.testing.assert_allclose(snippet.restore(np.array([0.6, 9.0]), 3, levels=3), [1, 3])


def test_squared_error(snippet):
    expected = sum((v - r) ** 2 for v, r in zip(X, snippet.restore(X, 4.0), strict=True)) / len(X)
    assert snippet.squared_error(X, 4.0) == pytest.approx(expected)


def brute_force_entropy(x, bins, levels):
    counts, edges = np.histogram(np.abs(x), bins=bins)
    best, limit = np.inf, None
    for kept in range(levels, bins + 1, 8):
        p = [float(c) for c in counts[:kept]]
        p[-1] += sum(counts[kept:])
        q = [0.0] * kept
        for level in range(levels):
            members = [i for i in range(kept) if i * levels // kept == level]
            mass = sum(counts[i] for i in members)
            used = [i for i in members if p[i] > 0]
            for i in used:
                q[i] = mass / len(used)
        p, q = np.array(p) / sum(p), np.array(q) / sum(q)
        if any((p > 0) & (q == 0)):
            continue
        used = p > 0
        divergence = np.sum(p[used] * np.log(p[used] / q[used]))
        if divergence < best:
            best, limit = divergence, edges[kept]
    return limit


def test_entropy_limit_by_brute_force(snippet):
    for x in (X, X**3, np.random.default_rng(6).standard_normal(3000)):
        assert snippet.entropy_limit(x, 160, 16) == pytest.approx(brute_force_entropy(x, 160, 16))


def test_entropy_limit_of_many_small_samples(snippet):
    rng = np.random.default_rng(8)
    for bins, levels in ((40, 8), (64, 8), (48, 16)):
        for _ in range(25):
            x = rng.standard_t(2, 300)
            assert snippet.entropy_limit(x, bins, levels) == pytest.approx(brute_force_entropy(x, bins, levels))


def test_limits(snippet):
    limits = snippet.limits(X)
    top = np.abs(X).max()
    assert limits["min-max"] == top
    assert np.mean(np.abs(X) > limits["99.9th percentile"]) == pytest.approx(0.001, abs=2e-4)
    grid = top * np.arange(0.02, 1.01, 0.02)
    errors = [snippet.squared_error(X, limit) for limit in grid]
    assert limits["squared error"] == pytest.approx(grid[int(np.argmin(errors))])
    assert limits["entropy"] == snippet.entropy_limit(X)


def test_squared_error_keeps_the_spikes_and_entropy_drops_them(snippet):
    assert np.sum(np.abs(snippet.spiky) == 40) == 20 and len(snippet.laplace) == len(snippet.spiky) == 20_000
    limits = snippet.limits(snippet.spiky)
    assert limits["squared error"] == pytest.approx(40)
    assert limits["entropy"] < 5 and limits["99.9th percentile"] < 5
