import numpy as np


def problem(seed, n=9):
    rng = np.random.default_rng(seed)
    v = rng.normal(size=(n, 4))
    v /= np.linalg.norm(v, axis=1, keepdims=True)
    return rng.normal(size=n), v @ v.T


def test_each_slot_maximises_the_criterion(snippet):
    for seed in range(8):
        relevance, similarity = problem(seed)
        for weight in (0.0, 0.3, 0.7, 1.0):
            chosen = snippet.mmr(relevance, similarity, 5, weight)
            assert len(set(chosen)) == 5
            assert chosen[0] == np.argmax(relevance)
            for slot in range(1, 5):
                before = chosen[:slot]
                value = {
                    i: weight * relevance[i] - (1 - weight) * max(similarity[i, j] for j in before)
                    for i in range(9)
                    if i not in before
                }
                assert value[chosen[slot]] == max(value.values())


def test_weight_one_is_the_plain_order_and_k_may_be_all(snippet):
    relevance, similarity = problem(20)
    assert snippet.mmr(relevance, similarity, 9, 1.0) == list(np.argsort(-relevance))
    assert snippet.mmr(relevance, similarity, 1, 0.5) == [np.argmax(relevance)]


def test_weight_zero_avoids_a_duplicate(snippet):
    similarity = np.array([[1, 1, 0.2], [1, 1, 0.2], [0.2, 0.2, 1]])
    assert snippet.mmr(np.array([3.0, 2.9, 0.1]), similarity, 2, 0.0) == [0, 2]


def test_mean_over_pairs(snippet):
    _, similarity = problem(21)
    pairs = [similarity[1, 4], similarity[1, 6], similarity[4, 6]]
    np.testing.assert_allclose(snippet.mean_pair_similarity(similarity, [4, 1, 6]), np.mean(pairs))


def test_less_weight_on_relevance_less_of_both(snippet):
    runs = [snippet.mmr(snippet.relevance, snippet.similarity, 8, w) for w in (1.0, 0.8, 0.6, 0.4)]
    relevance = [snippet.relevance[r].mean() for r in runs]
    alike = [snippet.mean_pair_similarity(snippet.similarity, r) for r in runs]
    assert relevance == sorted(relevance, reverse=True) and alike == sorted(alike, reverse=True)
    assert len({i % 6 for i in runs[0]}) == 3 and len({i % 6 for i in runs[-1]}) == 6
    np.testing.assert_allclose(np.diag(snippet.similarity), 1)
    taste = np.array([1, 0.8, 0.6, 0.2, 0, 0])
    cosines = snippet.vectors @ taste / np.sqrt(taste @ taste)
    np.testing.assert_allclose(snippet.relevance, cosines)
