import numpy as np
from faiss.contrib.evaluation import knn_intersection_measure


def test_overlap_is_the_intersection_measure_of_faiss(snippet):
    rng = np.random.default_rng(1)
    a, b = (np.array([rng.permutation(15)[:4] for _ in range(40)]) for _ in range(2))
    assert abs(snippet.overlap(a, b) - knn_intersection_measure(a, b)) < 1e-12


def test_top_is_best_first(snippet):
    np.testing.assert_array_equal(snippet.top(np.array([[0.1, 3, 2], [5, -1, 7]]), 2), [[1, 2], [2, 0]])


def test_a_lossy_index_misses_its_share_and_changes_nothing_else(snippet):
    scores = np.random.default_rng(2).normal(size=(50, 4000))
    lost = snippet.lossy(scores, 0.3, np.random.default_rng(3))
    missed = np.isneginf(lost)
    assert abs(missed.mean() - 0.3) < 5 * np.sqrt(0.21 / 200_000)
    np.testing.assert_array_equal(lost[~missed], scores[~missed])
    np.testing.assert_array_equal(snippet.lossy(scores, 0.0, np.random.default_rng(3)), scores)


def test_the_perfect_index_of_the_worse_embedding_serves_worse(snippet):
    (ann0, good0), (ann1, good1) = ([float(v) for v in line.split()[-2:]] for line in snippet.printed.splitlines()[1:])
    assert ann0 == 1 > ann1 and good1 > 2 * good0
    # recall@10 of the lossy index: each true neighbour survives with probability 0.9, 1,000 of them
    assert abs(ann1 - 0.9) < 4 * np.sqrt(0.09 / 1000)
    # relevance of each embedding, by simulation with other draws
    rng = np.random.default_rng(5)
    for noise, printed, share in ((1.0, good0, 0.0), (0.2, good1, 0.1)):
        meaning, wanted = rng.normal(size=(2000, 16)), rng.normal(size=(100, 16))
        scores = wanted @ (meaning + noise * rng.normal(size=(2000, 16))).T
        found = snippet.top(snippet.lossy(scores, share, rng), 10)
        assert abs(snippet.overlap(found, snippet.top(wanted @ meaning.T, 10)) - printed) < 0.07
