import re

import numpy as np


def test_hash_is_the_nearest_of_the_rotated_axes_and_their_opposites(snippet):
    rng = np.random.default_rng(1)
    X, rotations = rng.normal(size=(20, 6)), rng.normal(size=(3, 6, 4))
    found = snippet.hashes(X, rotations)
    for r in range(3):
        directions = np.hstack([rotations[r], -rotations[r]]).T  # (8, 6)
        for i in range(20):
            assert found[r, i] == np.argmax([X[i] @ direction for direction in directions])
    assert found.shape == (3, 20)


def test_two_buckets_collide_by_angle(snippet):
    # one direction and its opposite: two vectors at angle t share a side with probability 1 - t / π
    rng = np.random.default_rng(2)
    for t in (0.3, 1.2, 2.5):
        X = np.array([[1, 0], [np.cos(t), np.sin(t)]])
        h = snippet.hashes(X, rng.normal(size=(20_000, 2, 1)))
        # standard error at most 0.0036
        assert abs((h[:, 0] == h[:, 1]).mean() - (1 - t / np.pi)) < 0.015


def test_share_found(snippet):
    rng = np.random.default_rng(3)
    X = rng.normal(size=(9, 4))
    X /= np.linalg.norm(X, axis=1, keepdims=True)
    together = rng.random((9, 9)) < 0.5
    for sharpness in (1, 30):
        expected = []
        for i in range(9):
            others = [j for j in range(9) if j != i]
            weights = np.exp([sharpness * (X[i] @ X[j]) for j in others])
            expected.append(sum(w for w, j in zip(weights, others, strict=True) if together[i, j]) / weights.sum())
        np.testing.assert_allclose(snippet.share_found(X, sharpness, together), np.mean(expected))
    np.testing.assert_allclose(snippet.share_found(X, 5, np.ones((9, 9), bool)), 1)


def test_data_are_pairs_of_near_copies(snippet):
    X = snippet.X
    np.testing.assert_allclose(np.linalg.norm(X, axis=1), 1)
    cosine = X @ X.T - 2 * np.eye(512)
    np.testing.assert_array_equal(cosine.argmax(axis=1), np.arange(512) ^ 1)
    # 0.15 noise on both: expected cosine 1 / (1 + 0.15²) = 0.978
    assert abs(cosine.max(axis=1).mean() - 1 / (1 + 0.15**2)) < 0.005


def test_what_the_page_says(snippet):
    figures = [re.findall(r"\d+\.?\d*", line) for line in snippet.printed.splitlines()]
    assert [int(rounds) for rounds, *_ in figures] == [1, 4, 8]
    for rounds, pairs, peaked, flat in ([float(f) for f in line] for line in figures):
        # 32 buckets: two unrelated tokens meet in a round with probability about 1/32
        assert abs(pairs - (1 - (1 - 1 / 32) ** rounds)) < 0.05
        assert peaked > 0.8 and abs(flat - pairs) < 0.05
    # found anew, with other hashes
    h = snippet.hashes(snippet.X, np.random.default_rng(4).normal(size=(8, 32, 16)))
    together = (h[:, :, None] == h[:, None, :]).any(axis=0)
    assert snippet.share_found(snippet.X, 20, together) > 0.97
    assert snippet.share_found(snippet.X, 1, together) < 0.35
    assert snippet.h.shape == (8, 512) and set(np.unique(snippet.h)) == set(range(32))
    np.testing.assert_array_equal(snippet.together, (snippet.h[:, :, None] == snippet.h[:, None]).any(axis=0))
    for found, sharpness in ((snippet.peaked, 20), (snippet.flat, 1)):
        assert np.isclose(found, snippet.share_found(snippet.X, sharpness, snippet.together), rtol=1e-12)
