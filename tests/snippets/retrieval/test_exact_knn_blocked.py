import faiss
import numpy as np
from sklearn.neighbors import NearestNeighbors

faiss.omp_set_num_threads(1)


def test_agrees_with_faiss_and_scikit_learn(snippet):
    rng = np.random.default_rng(1)
    docs, queries = rng.normal(size=(500, 12)), rng.normal(size=(9, 12))
    index = faiss.IndexFlatL2(12)
    index.add(docs.astype("float32"))
    distances, ids = snippet.exact_knn(queries, docs, 7, block=64)
    np.testing.assert_array_equal(ids, index.search(queries.astype("float32"), 7)[1])
    expected, expected_ids = NearestNeighbors(n_neighbors=7, algorithm="brute").fit(docs).kneighbors(queries)
    np.testing.assert_array_equal(ids, expected_ids)
    np.testing.assert_allclose(distances, expected**2)


def test_ties_go_to_the_lower_id_whatever_the_block(snippet):
    rng = np.random.default_rng(2)
    docs, queries = rng.integers(0, 2, (90, 4)), rng.integers(0, 2, (6, 4))
    exact = ((queries[:, None] - docs) ** 2).sum(axis=2)
    expected = np.array([sorted(range(90), key=lambda i, row=row: (row[i], i))[:11] for row in exact])
    for block in (1, 7, 11, 89, 90, 1000):
        distances, ids = snippet.exact_knn(queries.astype(float), docs.astype(float), 11, block=block)
        np.testing.assert_array_equal(ids, expected)
        np.testing.assert_array_equal(distances, np.take_along_axis(exact, expected, axis=1))
    default = snippet.exact_knn(queries.astype(float), docs.astype(float), 11)
    np.testing.assert_array_equal(default[1], expected)


def test_never_more_than_a_block_of_distances_is_held(snippet):
    sizes = []
    original = snippet.squared_distances
    docs = np.arange(5000.0)[:, None]
    try:
        snippet.squared_distances = lambda q, part: sizes.append(len(part)) or original(q, part)
        assert snippet.exact_knn(docs[3000:3001], docs, 2)[1].tolist() == [[3000, 2999]]
    finally:
        snippet.squared_distances = original
    assert sizes == [1024] * 4 + [904]


def test_argpartition_would_break_ties_by_no_rule(snippet):
    # what the page says: the chosen set need not be the lowest ids
    row = np.array([1.0] * 30 + [0.0] + [1.0] * 30)
    assert sorted(np.argpartition(row, 5)[:5]) != sorted(np.argsort(row, kind="stable")[:5])


def test_the_expanded_form_cancels_in_float32(snippet):
    a, b = np.float32([[4097]]), np.float32([[4098]])
    assert snippet.squared_distances(a, b).item() == 0  # 4097² needs 25 bits
    assert snippet.squared_distances(a.astype(float), b.astype(float)).item() == 1
    assert "centred first:        1.0" in snippet.printed


def test_the_example_holds_many_ties(snippet):
    assert snippet.docs.shape == (5000, 8) and len(np.unique(snippet.docs)) == 3
    assert len(np.unique(snippet.docs, axis=0)) < 4000
