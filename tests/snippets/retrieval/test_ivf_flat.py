import faiss
import numpy as np
from sklearn.cluster import KMeans

faiss.omp_set_num_threads(1)


def faiss_index(docs, centroids):
    coarse = faiss.IndexFlatL2(docs.shape[1])
    coarse.add(centroids.astype("float32"))
    index = faiss.IndexIVFFlat(coarse, docs.shape[1], len(centroids))
    index.train(docs.astype("float32"))  # the coarse quantiser is full: nothing is learnt
    index.add(docs.astype("float32"))
    return index


def test_ids_and_scanned_vectors_are_those_of_faiss(snippet):
    rng = np.random.default_rng(1)
    docs, queries = rng.normal(size=(900, 8)), rng.normal(size=(12, 8))
    centroids = snippet.kmeans(docs, 20)
    lists, index = snippet.build_lists(docs, centroids), faiss_index(docs, centroids)
    for nprobe in (1, 3, 20):
        index.nprobe = nprobe
        for query in queries:
            faiss.cvar.indexIVF_stats.reset()
            expected = index.search(query[None].astype("float32"), 5)[1][0]
            ids, scanned = snippet.search(query, docs, centroids, lists, nprobe, 5)
            np.testing.assert_array_equal(ids, expected)
            assert scanned == faiss.cvar.indexIVF_stats.ndis
    assert abs(snippet.imbalance(lists) - index.invlists.imbalance_factor()) < 1e-12


def test_lists_partition_the_documents_by_nearest_centroid(snippet):
    rng = np.random.default_rng(2)
    docs, centroids = rng.normal(size=(70, 3)), rng.normal(size=(9, 3))
    lists = snippet.build_lists(docs, centroids)
    assert sorted(np.concatenate(lists)) == list(range(70)) and len(lists) == 9
    for j, ids in enumerate(lists):
        for i in ids:
            assert np.argmin(np.linalg.norm(docs[i] - centroids, axis=1)) == j


def test_kmeans_ends_where_scikit_learn_ends_from_the_same_start(snippet):
    points = np.random.default_rng(3).normal(size=(200, 2))
    for rounds in (1, 2, 30):
        expected = KMeans(8, init=points[:8], n_init=1, max_iter=rounds, tol=0, algorithm="lloyd").fit(points)
        centroids = snippet.kmeans(points, 8, rounds=rounds)
        if rounds == 30:
            np.testing.assert_allclose(centroids, expected.cluster_centers_)
        inertia = snippet.squared_distances(points, centroids).min(axis=1).sum()
        np.testing.assert_allclose(inertia, expected.inertia_)


def test_an_empty_list_keeps_its_centroid(snippet):
    points = np.array([[0.0], [0.0], [1.0], [2.0], [10.0]])
    centroids = snippet.kmeans(points, 2, rounds=1)  # both start at 0: the second gets no point
    np.testing.assert_allclose(centroids, [[2.6], [0.0]])


def test_imbalance_is_one_for_equal_lists_and_nlist_if_one_holds_all(snippet):
    assert snippet.imbalance([[0, 1], [2, 3], [4, 5]]) == 1
    assert snippet.imbalance([[], [0, 1, 2, 3], []]) == 3
    assert abs(snippet.imbalance([[0, 1, 2], [3]]) - 2 * 10 / 16) < 1e-12


def test_one_probe_scans_imbalance_over_nlist_more_than_the_naive_share(snippet):
    lines = [line.split() for line in snippet.printed.splitlines()]
    one, predicted = float(lines[1][2]), snippet.factor / 64
    # queries come from the documents' distribution; 200 of them, list sizes vary by about 40 %
    assert abs(one - predicted) < 3 * 0.4 * predicted / np.sqrt(200)
    assert one > float(lines[1][3])
    assert lines[5][1:3] == ["1.00", "1.000"]  # all lists probed: exact


def test_the_printed_recall_is_that_of_faiss(snippet):
    index = faiss_index(snippet.docs, snippet.centroids)
    for line in snippet.printed.splitlines()[1:6]:
        nprobe, recall = line.split()[:2]
        index.nprobe = int(nprobe)
        found = index.search(snippet.queries.astype("float32"), 10)[1]
        hits = np.mean([len(set(f) & set(t)) / 10 for f, t in zip(found, snippet.truth, strict=True)])
        assert abs(hits - float(recall)) < 0.006


def test_documents_come_from_clusters_of_unequal_size(snippet):
    assert snippet.docs.shape == (8000, 16) and snippet.queries.shape == (200, 16)
    assert snippet.popularity.shape == (100,) and snippet.popularity.max() > 3 * np.median(snippet.popularity)
