import faiss
import numpy as np
import pytest

faiss.omp_set_num_threads(1)


def test_faiss_distance_search_on_augmented_vectors_is_its_inner_product_search(snippet):
    rng = np.random.default_rng(1)
    docs = rng.integers(-9, 10, (300, 7)).astype(float)
    queries = rng.normal(size=(5, 7))
    bound = np.max(np.linalg.norm(docs, axis=1)) ** 2 + 3
    by_product, by_distance = faiss.IndexFlatIP(7), faiss.IndexFlatL2(8)
    by_product.add(docs.astype("float32"))
    by_distance.add(snippet.augment(docs, bound).astype("float32"))
    padded = np.hstack([queries, np.zeros((5, 1))]).astype("float32")
    expected = by_product.search(queries.astype("float32"), 20)[1]
    np.testing.assert_array_equal(by_distance.search(padded, 20)[1], expected)
    for query, ids in zip(padded, expected, strict=True):
        np.testing.assert_array_equal(snippet.nearest(query, snippet.augment(docs, bound))[:20], ids)


def test_every_augmented_row_has_the_bound_as_squared_norm_and_keeps_its_coordinates(snippet):
    docs = np.random.default_rng(2).normal(size=(30, 4))
    augmented = snippet.augment(docs, 60.0)
    np.testing.assert_allclose(np.linalg.norm(augmented, axis=1) ** 2, 60.0)
    np.testing.assert_array_equal(augmented[:, :-1], docs)
    np.testing.assert_array_equal(snippet.augment(np.array([[3.0, 4.0]]), 25.0), [[3, 4, 0]])  # the bound itself fits


def test_one_norm_above_the_bound_is_refused(snippet):
    with pytest.raises(ValueError, match="larger"):
        snippet.augment(np.array([[1.0, 0.0], [3.0, 4.0]]), 24.999)


def test_a_clipped_coordinate_demotes_the_best_vector_and_a_rebuild_restores_it(snippet):
    lines = [line[20:].split() for line in snippet.printed.splitlines()]
    assert lines[0] == lines[2] != lines[1]
    assert lines[4] == lines[6] and lines[4][0] == "4" != lines[5][0]
    np.testing.assert_allclose(np.linalg.norm(snippet.rebuilt, axis=1), 9)


def test_the_example_is_the_one_that_the_exercise_computes_with(snippet):
    np.testing.assert_allclose(snippet.grown @ snippet.query, [9, 4, 5, 22, 27])
    np.testing.assert_allclose(np.linalg.norm(snippet.clipped, axis=1) ** 2, [52, 52, 52, 52, 81])
