import numpy as np


def test_a_planted_direction_is_counted(snippet):
    W = np.diag([5.0, 4, 3, 2, 1, 0.5, 0.2, 0.1])
    assert snippet.intruders(W, W, top=8) == 0
    spread = np.ones((8, 1)) / np.sqrt(8)  # cosine 0.354 with every axis
    assert snippet.intruders(W, W + 100 * spread @ spread.T, top=1) == 1
    assert snippet.intruders(W, W + 100 * spread @ spread.T, top=1, similarity=0.35) == 0
    near = np.zeros((8, 1))
    near[:2, 0] = 0.9, np.sqrt(1 - 0.81)  # close to the first axis: no intruder
    assert snippet.intruders(W, W + 100 * near @ near.T, top=1) == 0
    assert snippet.intruders(W, W + 0.01 * spread @ spread.T, top=3) == 0
    two = np.linalg.qr(np.random.default_rng(0).normal(size=(8, 2)) + spread)[0]
    counted = [snippet.intruders(W, W + 100 * two @ two.T, top=top, similarity=0.99) for top in (1, 2)]
    assert counted == [1, 2]


def test_left_vectors_are_compared(snippet):
    rng = np.random.default_rng(1)
    W, M = np.diag(np.arange(6.0, 0, -1)), 50 * np.outer(np.eye(6)[0], rng.normal(size=6))
    assert snippet.intruders(W, W + M, top=1) == 0  # a foreign right side alone is not counted
    assert snippet.intruders(W, W + M.T, top=1, similarity=0.999) == 1


def test_default_is_ten_leading_vectors_and_one_half(snippet):
    W = np.diag(np.arange(40.0, 0, -1))
    foreign = np.linalg.qr(np.random.default_rng(2).normal(size=(40, 12)))[0]
    assert snippet.intruders(W, W + 1e4 * foreign @ foreign.T, similarity=0.9) == 10
    v = np.zeros(40)
    v[:5] = 0.49, 0.49, 0.49, 0.49, np.sqrt(1 - 4 * 0.49**2)
    assert snippet.intruders(W, W + 1e6 * np.outer(v, v), top=1) == 1
    v[:5] = 0.53, 0.49, 0.49, 0.49, 0
    v /= np.linalg.norm(v)
    assert snippet.intruders(W, W + 1e6 * np.outer(v, v), top=1) == 0


def test_scaled_sets_the_frobenius_norm(snippet):
    M = np.random.default_rng(3).normal(size=(4, 5))
    np.testing.assert_allclose(snippet.scaled(M, 2.5), 2.5 * M / np.sqrt((M**2).sum()))


def test_demonstration(snippet):
    np.testing.assert_allclose(np.linalg.svd(snippet.W, compute_uv=False), 0.9 ** np.arange(128), atol=1e-12)
    rng = np.random.default_rng(5)
    W = snippet.W
    means = {}
    for rank in (1, 8, 128):
        for size in (0.05, 0.8):
            found = []
            for _ in range(8):
                update = rng.standard_normal((128, rank))
                update = update if rank == 128 else update @ rng.standard_normal((rank, 128))
                found.append(snippet.intruders(W, W + update * size * np.linalg.norm(W) / np.linalg.norm(update)))
            means[rank, size] = np.mean(found)
    assert max(means[rank, 0.05] for rank in (1, 8, 128)) == 0  # a small update plants nothing
    assert 0.9 <= means[1, 0.8] <= 1  # one direction, one intruder
    assert means[8, 0.8] > 3 > 1.5 > means[128, 0.8]
    assert snippet.sizes == (0.05, 0.2, 0.8)
    assert np.linalg.matrix_rank(snippet.M) == snippet.rank == 128
    # the largest of a square of independent entries is near 2 |M| / sqrt(d), of a product it would be near 2.6
    assert np.linalg.norm(snippet.M, 2) * np.sqrt(128) / np.linalg.norm(snippet.M) < 2.2
    assert snippet.found.shape == (10, 3) and snippet.found.mean(0)[2] < 1
