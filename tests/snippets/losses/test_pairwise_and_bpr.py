from itertools import product

import numpy as np
import pytest
import torch
from sklearn.metrics import roc_auc_score


def lists():
    rng = np.random.default_rng(1)
    for _ in range(8):
        relevance = rng.integers(0, 4, 6)
        relevance[:2] = 0, 1  # at least one pair
        yield rng.normal(size=6).round(1), relevance


def test_pairs_are_those_with_a_strict_preference(snippet):
    for _, relevance in lists():
        expected = {(i, j) for i, j in product(range(6), range(6)) if relevance[i] > relevance[j]}
        assert set(map(tuple, snippet.preferred_pairs(relevance))) == expected


def test_losses_and_gradient_agree_with_pytorch(snippet):
    for scores, relevance in lists():
        s = torch.tensor(scores, requires_grad=True)
        i, j = np.array([(i, j) for i, j in product(range(6), range(6)) if relevance[i] > relevance[j]]).T
        ones = torch.ones(len(i), dtype=torch.float64)
        loss = torch.nn.functional.binary_cross_entropy_with_logits(s[i] - s[j], ones)
        loss.backward()
        np.testing.assert_allclose(snippet.ranknet(scores, relevance), loss.item())
        np.testing.assert_allclose(snippet.ranknet_gradient(scores, relevance), s.grad, atol=1e-12)
        hinge = torch.nn.functional.margin_ranking_loss(s[i], s[j], ones, margin=1)
        np.testing.assert_allclose(snippet.pairwise_hinge(scores, relevance), hinge.item())


def test_only_differences_count(snippet):
    for scores, relevance in lists():
        gradient = snippet.ranknet_gradient(scores, relevance)
        assert abs(gradient.sum()) < 1e-12  # so moving all scores together changes nothing
        for loss in (snippet.ranknet, snippet.pairwise_hinge):
            np.testing.assert_allclose(loss(scores + 1000, relevance), loss(scores, relevance))


def test_bpr_is_the_mean_of_minus_log_sigmoid(snippet):
    rng = np.random.default_rng(2)
    positive, negative = rng.normal(size=(2, 9))
    expected = -torch.nn.functional.logsigmoid(torch.tensor(positive - negative)).mean()
    np.testing.assert_allclose(snippet.bpr(positive, negative), expected)
    assert snippet.bpr(np.array([-1000.0]), 0) == 1000  # no overflow


def test_for_two_grades_the_share_in_order_is_the_auc(snippet):
    for scores, relevance in lists():
        labels = (relevance > 0).astype(int)
        assert snippet.share_in_order(scores, labels) == pytest.approx(roc_auc_score(labels, scores))
    assert snippet.share_in_order(np.zeros(3), np.array([0, 1, 2])) == 0.5
