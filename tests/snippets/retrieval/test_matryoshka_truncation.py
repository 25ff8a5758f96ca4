import numpy as np
from sklearn.preprocessing import normalize


def test_unit_is_scikit_learns_normalize(snippet):
    vectors = np.random.default_rng(1).normal(size=(20, 5))
    np.testing.assert_allclose(snippet.unit(vectors), normalize(vectors), atol=1e-15)


def test_a_vector_loses_to_a_longer_one_in_its_direction_never_among_unit_vectors(snippet):
    vectors = np.array([[1.0, 0.0], [3.0, 0.1], [0.0, 1.0]])
    assert snippet.not_their_own_best_match(vectors) == 1  # only the first: 3 > 1
    assert snippet.not_their_own_best_match(normalize(vectors)) == 0  # by Cauchy and Schwarz


def test_counts_of_the_page_by_brute_force(snippet):
    cut = snippet.full[:, :16]
    beaten = (cut @ cut.T > np.sum(cut**2, axis=1)[:, None] + 1e-9).any(axis=1)
    assert f"best match: {beaten.sum():4d} of 1000" in snippet.printed.splitlines()[4]
    np.testing.assert_allclose(np.linalg.norm(snippet.full, axis=1), 1)


def test_measures_disagree_when_norms_do(snippet):
    rng = np.random.default_rng(3)
    vectors = rng.normal(size=(60, 4)) * rng.exponential(size=(60, 1))
    for query in vectors[:20]:
        product = set(sorted(range(60), key=lambda i: -vectors[i] @ query)[:10])
        distance = set(sorted(range(60), key=lambda i: np.linalg.norm(vectors[i] - query))[:10])
        assert snippet.orders_disagree(vectors, query) == (product != distance)
    assert not any(snippet.orders_disagree(normalize(vectors), v) for v in normalize(vectors))


def test_shared_topic_and_leading_coordinates_carry_the_weight(snippet):
    assert snippet.full.shape == (1000, 64)
    energy = (snippet.full**2).mean(axis=0)
    assert energy[:8].sum() > 2.5 * energy[-8:].sum()  # scales 2 to 1: squared, about 4 to 1 at the ends
    same = np.mean(np.sum(snippet.full[0::5] * snippet.full[1::5], axis=1))
    assert abs(same - 1 / (1 + 0.7**2)) < 0.03  # cosine of signal plus noise, 200 pairs
    assert abs(np.mean(snippet.full[0:995:5] @ snippet.full[-1])) < 0.03


def test_the_last_row_is_the_prefix_of_sixteen(snippet):
    np.testing.assert_allclose(snippet.vectors, normalize(snippet.full[:, :16]))
