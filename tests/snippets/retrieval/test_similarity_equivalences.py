import numpy as np
from sklearn.metrics.pairwise import cosine_similarity, euclidean_distances


def test_each_order_is_that_of_scikit_learn(snippet):
    rng = np.random.default_rng(1)
    docs, query = rng.normal(size=(40, 6)) * rng.exponential(size=(40, 1)), rng.normal(size=6)
    orders = snippet.orders(query, docs)
    np.testing.assert_array_equal(orders["cosine"], np.argsort(-cosine_similarity(docs, query[None])[:, 0]))
    np.testing.assert_array_equal(orders["distance"], np.argsort(euclidean_distances(docs, query[None])[:, 0]))
    np.testing.assert_array_equal(orders["inner product"], np.argsort([-sum(d * query) for d in docs]))
    assert list(orders) == ["inner product", "cosine", "distance"]


def test_unit_divides_each_row_by_its_own_norm(snippet):
    np.testing.assert_allclose(snippet.unit(np.array([[3.0, 4.0], [0.0, -2.0]])), [[0.6, 0.8], [0, -1]])
    np.testing.assert_allclose(snippet.unit(np.array([5.0, 12.0])), [5 / 13, 12 / 13])


def test_on_unit_vectors_all_three_agree_on_others_they_need_not(snippet):
    rng = np.random.default_rng(2)
    docs, query = snippet.unit(rng.normal(size=(50, 5))), snippet.unit(rng.normal(size=5))
    first, *others = snippet.orders(query, docs).values()
    for other in others:
        np.testing.assert_array_equal(first, other)
    printed = [line.split()[-3] for line in snippet.printed.splitlines()[1:4]]
    assert sorted(printed) == ["close", "long", "short"]  # three measures, three winners


def test_squared_distance_of_unit_vectors_is_two_minus_two_cosine(snippet):
    np.testing.assert_allclose(snippet.squared, 2 - 2 * snippet.cosine, atol=1e-15)
    for unit_doc, squared in zip(snippet.unit(snippet.docs), snippet.squared, strict=True):
        assert abs(np.linalg.norm(unit_doc - [1, 0]) ** 2 - squared) < 1e-15


def test_the_names_say_what_the_documents_are(snippet):
    gaps = np.linalg.norm(snippet.docs - snippet.query, axis=1)
    np.testing.assert_allclose(gaps**2, [1.5**2, 1, 3**2 + 5**2])  # "close" is one away
    lengths = np.linalg.norm(snippet.docs, axis=1)
    assert lengths.argmin() == 0 and lengths.argmax() == 2
