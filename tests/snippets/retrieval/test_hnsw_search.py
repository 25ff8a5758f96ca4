import itertools

import faiss
import numpy as np

faiss.omp_set_num_threads(1)


def built(n=700, m=5):
    data = np.random.default_rng(7).integers(-30, 31, (n + 40, 8)).astype("float32")
    index = faiss.IndexHNSWFlat(8, m)
    index.add(data[:n])
    return data[:n], data[n:], index


def test_finds_what_faiss_finds_in_the_same_graph(snippet):
    data, queries, index = built()
    layers = snippet.layers_of(index.hnsw, 5)
    for ef in (10, 25, 60):
        found, counts = [], []
        for query in queries:
            faiss.cvar.hnsw_stats.reset()
            expected = index.search(query[None], 10, params=faiss.SearchParametersHNSW(efSearch=ef))
            ids, compared = snippet.search(query, data, layers, index.hnsw.entry_point, 10, ef)
            distances = np.sum((data[ids] - query) ** 2, axis=1)
            found.append(np.mean(distances == expected[0][0]))
            counts.append(compared / faiss.cvar.hnsw_stats.ndis)
        assert np.mean(found) > 0.98  # equal distances, up to FAISS's bounded queue
        assert abs(np.mean(counts) - 1) < 0.1  # FAISS counts entries and hops a little differently


def test_layers_are_the_lists_that_faiss_stores(snippet):
    _, _, index = built(300, 6)
    layers = snippet.layers_of(index.hnsw, 6)
    levels = faiss.vector_to_array(index.hnsw.levels)
    assert [len(links) for links in layers] == [np.sum(levels > i) for i in range(levels.max())][::-1]
    table, offsets = faiss.vector_to_array(index.hnsw.neighbors), faiss.vector_to_array(index.hnsw.offsets)
    for level, links in enumerate(layers[::-1]):
        for node, neighbours in links.items():
            a, b = index.hnsw.cum_nb_neighbors(level), index.hnsw.cum_nb_neighbors(level + 1)
            stored = table[offsets[node] + a : offsets[node] + b]
            assert neighbours == [i for i in stored if i >= 0]
            assert 0 < len(neighbours) <= (12 if level == 0 else 6) or len(links) == 1
            assert all(j in links for j in neighbours)


def test_with_ef_as_large_as_the_graph_the_answer_is_exact(snippet):
    data, queries, index = built(200)
    layers = snippet.layers_of(index.hnsw, 5)
    for query in queries[:10]:
        ids, compared = snippet.search(query, data, layers, index.hnsw.entry_point, 7, 200)
        distances = np.sum((data - query) ** 2, axis=1)
        assert ids == np.lexsort((np.arange(200), distances))[:7].tolist()
        assert compared >= 200


def test_greedy_search_stops_at_a_local_minimum_and_a_queue_gets_past_it(snippet):
    line = np.array([[0.0], [3.0], [5.0], [1.0]])  # the way to the best, 3, leads away from the query
    links = {0: [1], 1: [0, 2], 2: [1, 3], 3: [2]}
    query = np.array([1.4])
    assert snippet.search_layer(query, line, links, 0, 1) == ([0], 2)
    assert snippet.search_layer(query, line, links, 0, 2) == ([0, 1], 3)
    assert snippet.search_layer(query, line, links, 0, 3) == ([3, 0, 1], 4)
    # ties go to the lower id, each vector is compared once
    even = np.array([[1.0], [0.0], [2.0]])
    assert snippet.search_layer(np.array([1.0]), even, {0: [1, 2], 1: [2, 0], 2: [1, 0]}, 2, 3) == ([0, 1, 2], 3)


def test_the_printed_recall_is_that_of_faiss(snippet):
    rows = [[float(v) for v in line.split()] for line in snippet.printed.splitlines()[2:]]
    for ef, recall, compared in rows:
        params = faiss.SearchParametersHNSW(efSearch=int(ef))
        faiss.cvar.hnsw_stats.reset()
        found = snippet.index.search(snippet.queries, 10, params=params)[1]
        hits = np.mean([len(set(f) & set(t)) / 10 for f, t in zip(found, snippet.truth, strict=True)])
        assert abs(hits - recall) < 0.02
        assert abs(faiss.cvar.hnsw_stats.ndis / 50 / compared - 1) < 0.1
    assert all(a[1] <= b[1] and a[2] < b[2] for a, b in itertools.pairwise(rows))
