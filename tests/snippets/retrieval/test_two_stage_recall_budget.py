import numpy as np


def test_top_is_the_k_largest(snippet):
    scores = np.random.default_rng(1).normal(size=50)
    for k in (1, 7, 50):
        assert list(scores[snippet.top(scores, k)]) == sorted(scores, reverse=True)[:k]


def test_recalls_of_stages_are_conditional_and_multiply(snippet):
    relevant = np.array([1, 4, 6, 9])
    stages = [np.array([9, 4, 1, 30, 31]), np.array([4, 30])]
    recalls = snippet.stage_recalls(relevant, stages)
    np.testing.assert_allclose(recalls, [3 / 4, 1 / 3])
    rng = np.random.default_rng(2)
    for _ in range(20):
        first = rng.permutation(200)[:120]
        second = rng.permutation(first)[:70]
        third = rng.permutation(second)[:40]
        relevant = rng.permutation(200)[:60]
        survivors = len(set(relevant) & set(third)) / 60
        np.testing.assert_allclose(np.prod(snippet.stage_recalls(relevant, [first, second, third])), survivors)


def test_the_printed_table(snippet):
    rows = [line.replace(",", "").split() for line in snippet.printed.splitlines()[1:]]
    table = np.array(rows, dtype=float)
    np.testing.assert_array_equal(table[:, 3], table[:, 5])  # a perfect ranker adds nothing
    assert np.all(np.diff(table[:, 1]) > 0) and np.all(np.diff(table[:, 2]) < 0)
    np.testing.assert_array_equal(table[:, 4], 1_000 + table[:, 0] + 20_000)
    np.testing.assert_allclose(table[:, 1] * table[:, 2], table[:, 3], atol=0.011)


def test_noise_of_the_views(snippet):
    # 100,000 draws: standard error of a standard deviation about 0.0016
    assert abs((snippet.cheap - snippet.truth).std() - 0.7) < 0.01
    assert abs((snippet.middle - snippet.truth).std() - 0.3) < 0.005
    assert len(snippet.relevant) == len(snippet.slate) == 100 and snippet.truth.size == 100_000
    assert snippet.truth[snippet.relevant].min() == np.sort(snippet.truth)[-100]
