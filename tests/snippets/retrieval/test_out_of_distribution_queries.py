import numpy as np


def brute_force(docs, queries):
    gaps = np.sum(queries**2, axis=1)[:, None] - 2 * queries @ docs.T + np.sum(docs**2, axis=1)
    return np.argpartition(gaps, 10, axis=1)[:, :10]


def test_the_printed_recalls_against_brute_force(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[1:]]
    sets = [snippet.same, snippet.other]
    truths = [brute_force(snippet.docs.astype(float), queries.astype(float)) for queries in sets]
    settings = [("efSearch", 16), ("efSearch", 64), ("nprobe", 4), ("nprobe", 16)]
    for row, (name, value) in zip(rows, settings, strict=True):
        index = snippet.graph if name == "efSearch" else snippet.lists
        (index.hnsw if name == "efSearch" else index).__setattr__(name, value)
        for queries, truth, printed in zip(sets, truths, row[-2:], strict=True):
            found = index.search(queries, 10)[1]
            hits = np.mean([len(set(f) & set(t)) / 10 for f, t in zip(found, truth, strict=True)])
            assert abs(hits - float(printed)) < 0.0051 + 0.001  # and ties
        assert row[-3] == str(value)


def test_foreign_queries_lose_at_equal_width_and_a_wider_search_makes_up_for_it(snippet):
    rows = np.array([[float(v) for v in line.split()[-2:]] for line in snippet.printed.splitlines()[1:]])
    assert (rows[[0, 2], 1] < rows[[0, 2], 0] - 0.05).all()
    assert (rows[[1, 3], 1] > rows[[0, 2], 0] - 0.005).all()


def test_recall_is_the_share_of_true_neighbours(snippet):
    class Index:
        def search(self, queries, k, **parameters):
            return None, np.array([[1, 2, 9], [4, 8, 7]])[:, :k]

    assert snippet.recall(Index(), None, np.array([[2, 1, 3], [4, 5, 6]])) == 0.5


def test_documents_and_like_queries_lie_near_a_plane_the_others_do_not(snippet):
    _, _, directions = np.linalg.svd(snippet.docs - snippet.docs.mean(axis=0), full_matrices=False)

    def off(points):
        outside = points - (points @ directions[:6].T) @ directions[:6]
        return np.sum(outside**2) / np.sum(points**2)

    assert off(snippet.docs) < 0.03 and off(snippet.same) < 0.03
    assert off(snippet.other) > 0.7  # 26 of 32 directions
    for points in (snippet.docs, snippet.same, snippet.other):
        np.testing.assert_array_equal(points, np.round(points))
    np.testing.assert_array_equal(snippet.rounded(np.array([0.14, -0.26])), [1, -3])
    assert abs(snippet.other.std() / 30 - 1) < 0.05
    assert len(snippet.docs) == 6000 and len(snippet.same) == len(snippet.other) == 200
