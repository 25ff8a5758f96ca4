import numpy as np
from sklearn.metrics.pairwise import cosine_similarity


def test_together_counts_baskets_with_both(snippet):
    B = np.random.default_rng(1).binomial(1, 0.4, (30, 6)).astype(float)
    expected = [[0 if i == j else np.sum((B[:, i] == 1) & (B[:, j] == 1)) for j in range(6)] for i in range(6)]
    np.testing.assert_array_equal(snippet.together(B), expected)


def test_cosine_is_that_of_scikit_learn_without_the_diagonal(snippet):
    B = np.random.default_rng(2).binomial(1, 0.4, (30, 6)).astype(float)
    expected = cosine_similarity(B.T)
    np.fill_diagonal(expected, 0)
    np.testing.assert_allclose(snippet.cosine(B), expected)


def test_shrinking_divides_by_a_larger_number(snippet):
    B = np.random.default_rng(3).binomial(1, 0.4, (30, 4)).astype(float)
    n = B.sum(axis=0)
    both, sizes = B[:, 0] @ B[:, 3], np.sqrt(n[0] * n[3])
    np.testing.assert_allclose(snippet.cosine(B, 7)[0, 3], both / (sizes + 7))
    # evidence counts: of two pairs that always go together, the rarer one is shrunk more
    pairs = np.repeat([[1.0, 1, 0, 0], [0, 0, 1, 1]], [2, 40], axis=0)
    similarity = snippet.cosine(pairs, 5)
    np.testing.assert_allclose([similarity[0, 1], similarity[2, 3]], [2 / 7, 40 / 45])
    np.testing.assert_allclose(snippet.cosine(pairs)[[0, 2], [1, 3]], 1)


def test_who_comes_first(snippet):
    tent = snippet.items.index("tent")
    first = {name: snippet.items[s[tent].argmax()] for name, s in snippet.ways.items()}
    assert first == {"co-occurrence": "bestseller", "cosine": "stove", "cosine, shrunk by 20": "stove"}
    rope, once = snippet.items.index("rope"), snippet.items.index("one-off")
    plain, shrunk = snippet.ways["cosine"][tent], snippet.ways["cosine, shrunk by 20"][tent]
    assert plain[once] > plain[rope] and shrunk[once] < shrunk[rope]
    assert len(snippet.B) == sum(snippet.baskets.values())
    # what the page tells of the baskets, counted item by item
    sold = dict(zip(snippet.items, snippet.B.sum(axis=0), strict=True))
    assert sold == {"bestseller": 560, "tent": 66, "stove": 41, "rope": 45, "one-off": 1}
