import faiss
import numpy as np
from sklearn.neighbors import NearestNeighbors


def test_before_is_exact_search_among_the_allowed(snippet):
    rng = np.random.default_rng(1)
    docs = rng.normal(size=(300, 5)).astype("float32")
    queries, allowed = docs[:7] + np.float32(0.01), rng.random(300) < 0.2
    expected = NearestNeighbors(n_neighbors=4).fit(docs[allowed]).kneighbors(queries)[1]
    np.testing.assert_array_equal(snippet.exact(docs, queries, allowed, 4), np.flatnonzero(allowed)[expected])


def test_counts_and_recall_by_sets(snippet):
    truth = np.array([[1, 2, 3, 4], [5, 6, 7, 8]])
    found = [np.array([4, 9, 0]), np.array([5, 6, -1, -1])]
    assert snippet.kept_and_recall(found, truth) == (2.5, (0.25 + 0.5) / 2)


def test_search_is_faiss_with_a_queue_of_forty(snippet):
    rng = np.random.default_rng(2)
    docs = rng.normal(size=(3000, 16)).astype("float32")
    graph = faiss.IndexHNSWFlat(16, 8)
    graph.add(docs)
    faiss.cvar.hnsw_stats.reset()
    graph.hnsw.efSearch = 40
    expected = graph.search(docs[:50], 5)[1]
    per_query = faiss.cvar.hnsw_stats.ndis / 50
    graph.hnsw.efSearch = 7
    for _ in range(2):  # the counter starts anew
        found, work = snippet.search(graph, docs[:50], 5)
        np.testing.assert_array_equal(found, expected)
        assert work == per_query


def test_results_inside_are_allowed_and_after_is_a_subset_of_forty(snippet):
    for _, allowed in snippet.cases:
        inside, _ = snippet.search(
            snippet.index, snippet.queries, 10, sel=faiss.IDSelectorBatch(np.flatnonzero(allowed))
        )
        assert allowed[inside[inside >= 0]].all()
    assert snippet.best.shape == (100, 40) and (snippet.best >= 0).all()
    row, kept = snippet.best[-1], snippet.after[-1]
    assert kept.tolist() == [i for i in row if snippet.docs[i, 0] > 0][:10]


def table(snippet):
    lines = snippet.printed.splitlines()[2:]
    return {line[:12].strip(): [float(x) for x in line[12:].split()] for line in lines}


def test_a_random_filter_leaves_its_share_of_the_forty(snippet):
    for name, (passes, after, *_) in table(snippet).items():
        if name.startswith("random"):
            # 100 queries, 40 candidates each, of them at most 10 kept
            expected = np.minimum(10, np.random.default_rng(3).binomial(40, passes, 100_000)).mean()
            assert abs(after - expected) < 4 * np.sqrt(40 * passes * (1 - passes) / 100) + 0.05


def test_what_the_page_concludes(snippet):
    rows = table(snippet)
    for passes, after, inside, recall_after, recall_inside, work, scan in rows.values():
        assert inside >= after and recall_inside >= recall_after and work == rows["random 0.5"][5]
        assert scan == round(passes * 6000, 0) or abs(scan - passes * 6000) <= 3
    half, other = rows["random 0.5"], rows["other side"]
    assert half[1] == 10 and abs(half[0] - other[0]) < 0.02 and other[1] < 1
    rare = rows["random 0.01"]
    assert rare[2] < 10 and rare[4] < 0.5 and rare[6] < rare[5] / 4  # exact, and a fraction of the work


def test_data_are_integers_and_queries_look_at_one_side(snippet):
    assert snippet.docs.shape == (6000, 8) and snippet.queries.shape == (100, 8)
    np.testing.assert_array_equal(snippet.points, np.round(snippet.points))
    assert snippet.docs.min() == -50 and snippet.docs.max() == 50 and (snippet.queries[:, 0] == -50).all()
    assert len(np.unique(snippet.queries[:, 1])) > 20
    assert snippet.index.hnsw.nb_neighbors(1) == 16
    assert [round(a.mean(), 2) for _, a in snippet.cases] == [0.51, 0.1, 0.01, 0.5]
