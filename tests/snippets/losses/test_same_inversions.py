import numpy as np
import pytest
from sklearn.metrics import ndcg_score, roc_auc_score


def test_against_scikit_learn(snippet):
    rng = np.random.default_rng(1)
    for n in (3, 8, 20):
        ranked = rng.integers(0, 2, n).astype(float)
        ranked[:2] = rng.permutation([0, 1])
        scores = -np.arange(n, dtype=float)
        assert snippet.pairwise_accuracy(ranked) == pytest.approx(roc_auc_score(ranked, scores))
        assert snippet.ndcg(ranked) == pytest.approx(ndcg_score(ranked[None], scores[None]))
        assert snippet.reciprocal_rank(ranked) == 1 / (1 + list(ranked).index(1))


def test_equal_accuracy_and_unequal_tops(snippet):
    first, second = (np.isin(np.arange(20), hits).astype(float) for hits in ([0, 9], [4, 5]))
    assert snippet.pairwise_accuracy(first) == snippet.pairwise_accuracy(second) == 28 / 36
    assert snippet.ndcg(first) > 1.5 * snippet.ndcg(second)
    assert snippet.reciprocal_rank(first) == 1 and snippet.reciprocal_rank(second) == 0.2
