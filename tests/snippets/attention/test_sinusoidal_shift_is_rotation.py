import numpy as np


def test_encoding_is_that_of_the_paper(snippet):
    d = 12
    P = snippet.encode(np.array([0, 1, 17, 900]), d)
    for row, t in zip(P, (0, 1, 17, 900), strict=True):
        for i in range(d // 2):
            angle = t / 10000 ** (2 * i / d)
            np.testing.assert_allclose(row[2 * i : 2 * i + 2], [np.sin(angle), np.cos(angle)], atol=1e-12)


def test_shift_is_one_rotation_for_all_positions(snippet):
    for d, k in ((2, 1), (10, -33), (64, 512)):
        t = np.array([0, 5, 77, 4000])
        M = snippet.shift_matrix(k, d)
        np.testing.assert_allclose(snippet.encode(t, d) @ M.T, snippet.encode(t + k, d), atol=1e-9)
        np.testing.assert_allclose(M @ M.T, np.eye(d), atol=1e-12)
        assert np.isclose(np.linalg.det(M), 1)


def test_dot_products(snippet):
    for gap in (0, 1, 10, 100):
        expected = sum(np.cos(gap / 10000 ** (i / 32)) for i in range(32))
        assert np.isclose(snippet.P[200] @ snippet.P[200 + gap], expected)
        assert f"at distance {gap:3d}: {expected:.2f}" in snippet.printed
    np.testing.assert_allclose((snippet.P**2).sum(axis=1), 32)
    assert snippet.printed.count("True") == 3
    np.testing.assert_allclose(snippet.moved, snippet.encode(np.arange(7, 507), 64))
