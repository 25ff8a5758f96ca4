import numpy as np
import pytest


def test_half_of_the_clusters_are_treated(snippet):
    z = snippet.assign(np.random.default_rng(1), 3_000, 50)
    assert z.shape == (3_000, 1_000) and z.dtype == bool
    clusters = z.reshape(3_000, 20, 50)
    assert (clusters == clusters[..., :1]).all() and (clusters[..., 0].sum(1) == 10).all()
    # each cluster is treated in half of the runs, within five standard errors
    assert (np.abs(clusters[..., 0].mean(0) - 0.5) < 5 * 0.5 / np.sqrt(3_000)).all()


def test_outcome_counts_the_four_nearest_friends(snippet):
    z = np.random.default_rng(2).random((2, 1_000)) < 0.5

    class Silent:
        def normal(self, size):
            return np.zeros(size)

    y = snippet.outcome(Silent(), z)
    for run, person in ((0, 0), (0, 999), (1, 1), (1, 500), (0, 998)):
        friends = [z[run, (person + s) % 1_000] for s in (-2, -1, 1, 2)]
        expected = z[run, person] + 2 * np.mean(friends) + np.sin(6 * np.pi * person / 999)
        assert y[run, person] == pytest.approx(expected)
    noise = snippet.outcome(np.random.default_rng(3), z) - y
    assert noise.std() == pytest.approx(1, rel=5 / np.sqrt(4_000))
    assert not np.allclose(noise[0], noise[1])


def test_difference_of_means(snippet):
    y, z = np.array([[1.0, 4.0, 7.0], [2.0, 2.0, 5.0]]), np.array([[True, False, True], [False, False, True]])
    assert list(snippet.difference(y, z)) == pytest.approx([4 - 4, 5 - 2])


def test_printed_estimates_follow_the_share_of_friends_inside(snippet):
    rows = [[float(w) for w in line.split()] for line in snippet.printed.splitlines()[2:]]
    for length, inside, estimate, sd in rows:
        people = np.arange(1_000)
        shares = [(people // length == (people + s) % 1_000 // length).mean() for s in (-2, -1, 1, 2)]
        assert inside == pytest.approx(np.mean(shares), abs=0.006)
        # half of the clusters are treated, so the others lean slightly to the other side
        outside = -(1 - inside) / (1_000 / length - 1)
        # 1000 runs: five standard errors
        assert estimate == pytest.approx(1 + 2 * (inside + outside), abs=5 * sd / np.sqrt(1_000) + 0.006)
    assert [row[0] for row in rows] == [1, 5, 20, 100]
    assert rows[0][3] < rows[1][3] < rows[2][3] < rows[3][3]
    assert snippet.z.shape == (1_000, 1_000)
