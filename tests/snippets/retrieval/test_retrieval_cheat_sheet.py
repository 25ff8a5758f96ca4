import faiss
import numpy as np
import pytest
from scipy.stats import nbinom
from sklearn.metrics import recall_score


def test_distance_and_scan(snippet):
    a, b = np.random.default_rng(1).normal(size=(2, 9))
    a, b = a / np.linalg.norm(a), b / np.linalg.norm(b)
    assert snippet.squared_distance(a @ b) == pytest.approx(np.sum((a - b) ** 2))
    docs = np.zeros((30, 12), dtype=np.float32)
    assert snippet.scan_seconds(30, 12, 500) == docs.nbytes / 500
    assert snippet.scan_seconds(30, 12, 500, 2) == docs.astype(np.float16).nbytes / 500


def test_scanned_share_agrees_with_faiss(snippet):
    faiss.omp_set_num_threads(1)
    rng = np.random.default_rng(2)
    docs = (rng.normal(size=(1000, 4)) * rng.uniform(0.1, 3, (1000, 1))).astype(np.float32)
    index = faiss.IndexIVFFlat(faiss.IndexFlatL2(4), 4, 8)
    index.train(docs)
    index.add(docs)
    sizes = [index.invlists.list_size(i) for i in range(8)]
    assert snippet.scanned_share(sizes) == pytest.approx(index.invlists.imbalance_factor() / 8)
    # each document as a query: what its list holds
    faiss.cvar.indexIVF_stats.reset()
    index.search(docs, 1)
    assert snippet.scanned_share(sizes) == pytest.approx(faiss.cvar.indexIVF_stats.ndis / 1000**2)
    assert snippet.scanned_share([5, 5, 5, 5]) == 0.25
    assert sum(snippet.sizes) == 1000


def test_recall_agrees_with_scikit_learn(snippet):
    rng = np.random.default_rng(3)
    for size in (1, 7, 20):
        relevant, found = rng.choice(30, 6, replace=False), rng.choice(30, size, replace=False)
        truth, said = np.isin(np.arange(30), relevant), np.isin(np.arange(30), found)
        assert snippet.recall_at_k(found, relevant) == pytest.approx(recall_score(truth, said))
    assert snippet.recall_at_k([4, 4, 1], [4, 9]) == 0.5


def test_candidates_are_the_mean_number_of_trials(snippet):
    assert snippet.post_filter_candidates(7, 0.3) == pytest.approx(7 + nbinom(7, 0.3).mean())


def test_reciprocal_rank_fusion_by_hand(snippet):
    assert snippet.reciprocal_rank_fusion([1, 4]) == pytest.approx(1 / 61 + 1 / 64)
    assert snippet.reciprocal_rank_fusion([2, 3, 8], k=10) == pytest.approx(1 / 12 + 1 / 13 + 1 / 18)
    assert snippet.both > snippet.once


def test_logq_makes_the_batch_an_unbiased_sample(snippet):
    scores, drawn = np.array([0.3, 2.0, -1.0]), np.array([0.7, 0.1, 0.2])
    expected_sum = np.sum(drawn * np.exp(snippet.logq(scores, drawn)))
    assert expected_sum == pytest.approx(np.exp(scores).sum())


def test_undo_sampling_by_counting(snippet):
    for clicks, others, kept in ((30, 970, 0.2), (5, 20, 0.35)):
        q = clicks / (clicks + kept * others)
        assert snippet.undo_sampling(q, kept) == pytest.approx(clicks / (clicks + others))


def test_mmr_and_funnel_by_hand(snippet):
    assert snippet.mmr(0.5, [0.1, 0.25, 0.2], 0.8) == pytest.approx(0.4 - 0.05)
    assert snippet.mmr(0.5, [0.9, 0.25], 1.0) == 0.5
    relevant = set(range(20))
    after = [relevant & set(range(15)), relevant & set(range(6))]
    stages = [len(after[0]) / 20, len(after[1]) / len(after[0])]
    assert snippet.funnel_recall(stages) == pytest.approx(6 / 20)
