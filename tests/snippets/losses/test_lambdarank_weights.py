import numpy as np
import pytest
import torch
from sklearn.metrics import dcg_score


def lists():
    rng = np.random.default_rng(1)
    for n in (2, 3, 7):
        relevance = rng.integers(0, 4, n)
        relevance[:2] = 0, 3
        yield rng.normal(size=n), relevance


def test_ranks_and_ideal(snippet):
    for scores, relevance in lists():
        assert list(snippet.ranks(scores)) == [1 + sum(scores > s) for s in scores]
        gains = (2**relevance - 1)[None]
        assert snippet.ideal_dcg(relevance) == pytest.approx(dcg_score(gains, gains))


def test_each_weight_is_what_a_swap_does_to_ndcg(snippet):
    for scores, relevance in lists():
        gains, delta = (2**relevance - 1)[None], snippet.delta_ndcg(scores, relevance)
        ideal = dcg_score(gains, gains)
        for i in range(len(scores)):
            for j in range(len(scores)):
                swapped = scores.copy()
                swapped[[i, j]] = scores[[j, i]]
                change = dcg_score(gains, swapped[None]) - dcg_score(gains, scores[None])
                assert delta[i, j] == pytest.approx(abs(change) / ideal, abs=1e-12)


def test_the_pull_is_minus_the_gradient_of_the_weighted_pairwise_loss(snippet):
    rng = np.random.default_rng(2)
    for scores, relevance in lists():
        for weights in (np.ones((len(scores),) * 2), rng.random((len(scores),) * 2)):
            s = torch.tensor(scores, requires_grad=True)
            better = torch.tensor(relevance[:, None] > relevance)
            loss = -torch.nn.functional.logsigmoid(s[:, None] - s) * better * torch.tensor(weights)
            loss.sum().backward()
            np.testing.assert_allclose(snippet.pull(scores, relevance, weights), -s.grad, atol=1e-12)


def test_picture_and_conclusion(snippet):
    ranknet, lambdarank = snippet.forces.values()
    np.testing.assert_allclose(ranknet, snippet.pull(snippet.scores, snippet.relevance, np.ones((8, 8))))
    weights = snippet.delta_ndcg(snippet.scores, snippet.relevance)
    np.testing.assert_allclose(lambdarank, snippet.pull(snippet.scores, snippet.relevance, weights))
    bars = snippet.figures[0].axes[0].patches
    for group, force, shift in ((bars[:8], ranknet, 0), (bars[8:], lambdarank, 0.4)):
        share = force / force[force > 0].sum()
        np.testing.assert_allclose([bar.get_height() for bar in group], share)
        np.testing.assert_allclose([bar.get_x() + bar.get_width() / 2 for bar in group], np.arange(1, 9) + shift)
        assert share[force < 0].sum() == pytest.approx(-1)
    # the top document takes most of LambdaRank's push down, and no special share of RankNet's
    push = [-force / force[force > 0].sum() for force in (ranknet, lambdarank)]
    assert push[1][0] > 0.5 > 0.25 > push[0][0] and push[1].argmax() == 0
    # yet the relevant document that is farther down is pulled harder by both
    assert all(force[7] > force[2] > 0 for force in (ranknet, lambdarank))
