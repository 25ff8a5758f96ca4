import numpy as np
from sklearn.neighbors import NearestNeighbors


def rows(snippet):
    return [[float(x) for x in line.split()] for line in snippet.printed.splitlines()[1:]]


def test_nearest_is_that_of_scikit_learn(snippet):
    docs = np.random.default_rng(1).normal(size=(90, 4))
    expected = NearestNeighbors(n_neighbors=6).fit(docs).kneighbors(docs[3:4] + 0.1)[1][0]
    np.testing.assert_array_equal(snippet.nearest(docs, docs[3] + 0.1, 6), expected)


def test_the_dead_take_places_among_the_candidates(snippet):
    docs = np.arange(10.0)[:, None]
    alive = np.arange(10) % 3 == 0  # 0, 3, 6, 9
    query = np.array([0.0])
    assert snippet.results(docs, alive, query, width=7, k=10).tolist() == [0, 3, 6]
    assert snippet.results(docs, alive, query, width=7, k=2).tolist() == [0, 3]
    assert snippet.results(docs, ~alive, query, width=7, k=10).tolist() == [1, 2, 4, 5]
    many = np.arange(99.0)[:, None]
    assert snippet.results(many, many[:, 0] >= 30, query).tolist() == [*range(30, 40)]
    assert snippet.results(many, many[:, 0] >= 35, query).tolist() == [*range(35, 40)]


def test_churn_leaves_each_document_alive_once(snippet):
    docs = 10 * np.random.default_rng(2).normal(size=(50, 3))
    updated = np.array([4, 7, 30])
    for times in (1, 2, 6):
        stored, alive = snippet.churn(docs, updated, times, np.random.default_rng(3))
        assert len(stored) == 50 + 3 * times and alive.sum() == 50
        np.testing.assert_array_equal(stored[:50], docs)
        assert set(np.flatnonzero(~alive)) == {4, 7, 30, *range(50, 50 + 3 * (times - 1))}
        copies = stored[50:].reshape(times, 3, 3) - docs[updated]
        assert np.abs(copies).max() < 0.6 and np.abs(np.diff(copies, axis=0)).min(initial=1) > 0
        assert 0.05 < copies.std() < 0.2


def test_few_tombstones_in_one_place_empty_the_results_there_only(snippet):
    table = rows(snippet)
    for times, share, elsewhere, hot, rebuilt in table:
        assert abs(share - 20 * times / (4000 + 20 * times)) < 0.0006
        assert elsewhere > 9.8 and rebuilt == 10 and hot <= 10
    assert [row[0] for row in table] == [1, 4, 10, 20]
    hot = [row[3] for row in table]
    assert hot == sorted(hot, reverse=True) and hot[0] == 10 and hot[3] < 5 and table[3][1] < 0.1


def test_the_last_row_by_counting(snippet):
    there = []
    for q in snippet.docs[snippet.hot]:
        near = np.argsort(np.linalg.norm(snippet.stored - q, axis=1))[:40]
        there.append(min(10, snippet.alive[near].sum()))
    assert round(np.mean(there), 1) == rows(snippet)[3][3]
    calls = [snippet.results(snippet.stored, snippet.alive, q) for q in snippet.docs[3800:]]
    assert snippet.anywhere == np.mean([len(found) for found in calls])
    assert len(set(snippet.hot)) == 20 and snippet.hot[0] == 0 and snippet.docs.shape == (4000, 8)
    assert snippet.clean.shape == (4000, 8)
