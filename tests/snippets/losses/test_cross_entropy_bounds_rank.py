import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import ndcg_score

SCORES = st.lists(st.floats(-30, 30), min_size=1, max_size=12).map(np.array)


@given(SCORES)
def test_the_bound_holds_for_any_scores(snippet, scores):
    for target in range(len(scores)):
        loss, rank = snippet.cross_entropy(scores, target), snippet.rank(scores, target)
        assert rank <= np.exp(loss) * (1 + 1e-9)
        assert snippet.ndcg(rank) >= snippet.ndcg(np.exp(loss)) - 1e-9


@given(SCORES)
def test_loss_and_rank(snippet, scores):
    for target in range(len(scores)):
        expected = torch.nn.functional.cross_entropy(torch.tensor(scores), torch.tensor(target)).item()
        assert snippet.cross_entropy(scores, target) == pytest.approx(expected, abs=1e-9)
        assert snippet.rank(scores, target) == sum(s >= scores[target] for s in scores)


def test_ndcg_of_one_relevant_document(snippet):
    for rank in range(1, 6):
        assert snippet.ndcg(rank) == pytest.approx(ndcg_score([np.eye(5)[rank - 1]], [[5, 4, 3, 2, 1]]))


def test_ties_make_the_bound_tight(snippet):
    assert snippet.rank(np.zeros(4), 2) == 4 and np.exp(snippet.cross_entropy(np.zeros(4), 2)) == pytest.approx(4)


def test_the_table_obeys_it(snippet):
    rows = np.array([list(map(float, line.split())) for line in snippet.printed.splitlines()[1:5]])
    rank, bound, ndcg, promised = rows.T
    assert (rank <= bound).all() and (ndcg >= promised).all() and (np.diff(bound) < 0).all()
