import itertools

import faiss
import numpy as np

faiss.omp_set_num_threads(1)


def data(n=1200, d=12):
    rng = np.random.default_rng(5)
    return rng.normal(size=(n, 6)) @ rng.normal(size=(6, d)) + 0.2 * rng.normal(size=(n, d))


def test_with_our_codebooks_faiss_writes_the_same_codes_and_reconstructions(snippet):
    docs = data()
    codebooks = snippet.train(docs, 3, 16)
    assert codebooks.shape == (3, 16, 4)
    pq = faiss.ProductQuantizer(12, 3, 4)
    faiss.copy_array_to_vector(codebooks.astype("float32").ravel(), pq.centroids)
    packed = pq.compute_codes(docs.astype("float32"))
    codes = snippet.encode(docs, codebooks)
    unpacked = np.column_stack([packed[:, 0] & 15, packed[:, 0] >> 4, packed[:, 1] & 15])
    assert np.mean(codes == unpacked) > 0.9995  # FAISS computes in float32
    np.testing.assert_allclose(snippet.decode(unpacked, codebooks), pq.decode(packed), rtol=1e-6)


def test_distortion_is_that_of_a_quantiser_that_faiss_trains(snippet):
    docs = data()
    pq = faiss.ProductQuantizer(12, 3, 4)
    pq.train(docs.astype("float32"))
    theirs = np.sum((docs - pq.decode(pq.compute_codes(docs.astype("float32")))) ** 2)
    codebooks = snippet.train(docs, 3, 16)
    ours = np.sum((docs - snippet.decode(snippet.encode(docs, codebooks), codebooks)) ** 2)
    assert abs(ours / theirs - 1) < 0.05  # two local minima of the same problem


def test_each_round_moves_codewords_to_the_means_of_their_points(snippet):
    docs = data(150, 4)
    previous = np.inf
    for rounds in (1, 3, 60):
        books = snippet.train(docs, 2, 5, rounds=rounds)
        distortion = np.sum((docs - snippet.decode(snippet.encode(docs, books), books)) ** 2)
        assert distortion <= previous
        previous = distortion
    codes = snippet.encode(docs, books)
    for part in range(2):
        for c in range(5):
            members = docs[codes[:, part] == c][:, 2 * part : 2 * part + 2]
            np.testing.assert_allclose(books[part, c], members.mean(axis=0))


def test_table_distance_is_the_distance_to_the_reconstruction(snippet):
    docs = data(300)
    codebooks = snippet.train(docs, 4, 8)
    codes = snippet.encode(docs, codebooks)
    for query in data(5):
        expected = np.linalg.norm(snippet.decode(codes, codebooks) - query, axis=1) ** 2
        np.testing.assert_allclose(snippet.table_distances(query, codes, codebooks), expected)


def test_squared_distances_by_definition(snippet):
    a, b = data(7, 4), data(5, 4)
    np.testing.assert_allclose(snippet.squared_distances(a, b), ((a[:, None] - b) ** 2).sum(axis=2), atol=1e-12)


def test_the_printed_table(snippet):
    rows = [[float(v) for v in line.split()] for line in snippet.printed.splitlines()[1:]]
    for parts, bits, error, alone, reranked in rows:
        assert bits == parts * np.log2(16)
        books = snippet.train(snippet.docs[:2000], int(parts), 16)
        rebuilt = snippet.decode(snippet.encode(snippet.docs, books), books)
        assert abs(error - (np.linalg.norm(snippet.docs - rebuilt) / np.linalg.norm(snippet.docs)) ** 2) < 0.0051
        near = [np.argsort(np.linalg.norm(rebuilt - q, axis=1))[:50] for q in snippet.queries]
        alone_again = np.mean([len(set(n[:10]) & set(t)) / 10 for n, t in zip(near, snippet.truth, strict=True)])
        # exact re-ranking finds a true neighbour if and only if it is among the 50
        reach = np.mean([len(set(n) & set(t)) / 10 for n, t in zip(near, snippet.truth, strict=True)])
        assert abs(alone - alone_again) < 0.0051 and abs(reranked - reach) < 0.0051
    assert all(a[2] > b[2] and a[4] < b[4] for a, b in itertools.pairwise(rows))
