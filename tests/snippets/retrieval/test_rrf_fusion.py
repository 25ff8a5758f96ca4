from fractions import Fraction

import numpy as np
import scipy.stats


def test_ranks_are_those_of_scipy(snippet):
    scores = np.random.default_rng(1).normal(size=(5, 30))
    np.testing.assert_array_equal(snippet.ranks(scores), scipy.stats.rankdata(-scores, axis=1))


def test_fusion_equals_exact_fractions_over_ranked_lists(snippet):
    rng = np.random.default_rng(2)
    lists = [rng.permutation(12) for _ in range(3)]  # document ids, best first
    for depth, k in ((12, 60), (5, 60), (4, 0), (1, 7)):
        expected = [
            sum(Fraction(1, k + 1 + list(ids).index(doc)) for ids in lists if doc in ids[:depth]) for doc in range(12)
        ]
        rankings = [1 + np.argsort(ids)[None] for ids in lists]
        fused = snippet.rrf(rankings, depth, k)
        np.testing.assert_allclose(fused[0], [float(f) for f in expected], rtol=1e-14)


def test_defaults_keep_a_hundred_and_add_sixty(snippet):
    np.testing.assert_allclose(
        snippet.rrf([np.array([[1, 100, 101]]), np.array([[6, 1000, 1]])])[0],
        [1 / 61 + 1 / 66, 1 / 160, 1 / 61],
    )


def test_fusion_sees_only_the_order(snippet):
    a, b = np.random.default_rng(3).normal(size=(2, 4, 50))
    usual = snippet.rrf([snippet.ranks(a), snippet.ranks(b)])
    np.testing.assert_array_equal(usual, snippet.rrf([snippet.ranks(np.exp(9 * a)), snippet.ranks(b - 7)]))


def test_standardised_scores_have_mean_0_and_deviation_1(snippet):
    scores = np.random.default_rng(4).gamma(2, size=(6, 40))
    np.testing.assert_allclose(snippet.standardise(scores), scipy.stats.zscore(scores, axis=1))


def test_recall_by_sets(snippet):
    rng = np.random.default_rng(5)
    scores, relevant = rng.normal(size=(8, 40)), rng.random((8, 40)) < 0.2
    hits = sum(len(set(np.argsort(-s)[:10]) & set(np.flatnonzero(r))) for s, r in zip(scores, relevant, strict=True))
    assert abs(snippet.recall(scores, relevant) - hits / relevant.sum()) < 1e-12


def test_the_tuned_weight_is_the_best_of_the_grid(snippet):
    rng = np.random.default_rng(6)
    truth = rng.normal(size=(60, 200))
    relevant = snippet.ranks(truth) <= 10
    a, b = truth + rng.normal(size=truth.shape), truth + 0.5 * rng.normal(size=truth.shape)
    w = snippet.tuned(a, b, relevant)
    shares = {i / 10: snippet.recall(i / 10 * a + (1 - i / 10) * b, relevant) for i in range(11)}
    assert shares[w] == max(shares.values()) and 0 < w < 0.5
    assert snippet.tuned(b, -truth, relevant) == 1 and snippet.tuned(-truth, b, relevant) == 0


def test_what_the_page_concludes(snippet):
    rows = {
        line[:6].strip(): [float(x) for x in line[6:].split("(")[0].split()]
        for line in snippet.printed.splitlines()[1:4]
    }
    for name in ("plain", "skewed"):
        lexical, dense, raw, _, rrf, tuned = rows[name]
        assert min(rrf, tuned) > max(lexical, dense) + 0.05 and abs(raw - lexical) < 0.02
    assert rows["skewed"][4] > rows["skewed"][3] and rows["plain"][4] <= rows["plain"][3]
    assert rows["poor"][4] < rows["poor"][1] / 2 and rows["poor"][5] == rows["poor"][1]
    assert snippet.w == 0  # the poor list is left out


def test_a_sixth_place_twice_beats_a_first_once(snippet):
    once, twice = snippet.rrf([np.array([[1, 6]]), np.array([[101, 6]])])[0]
    assert twice > once
    assert snippet.printed.splitlines()[4] == f"first in one list {once:.4f}, sixth in both {twice:.4f}"


def test_the_experiment_is_as_described(snippet):
    assert snippet.truth.shape == (200, 1000) and (snippet.relevant.sum(axis=1) == 10).all()
    # 200,000 draws: a standard deviation is known to a six-hundredth
    assert abs(np.std(snippet.lexical) / np.sqrt(1 + 4**2) - 50) < 0.3
    assert abs(np.std(snippet.dense - snippet.truth) - 0.6) < 0.004
    assert snippet.relevant[snippet.test].shape == snippet.relevant[snippet.choose].shape == (100, 1000)
