from itertools import permutations

import numpy as np
import pytest
import torch


def plackett_luce(scores, order):
    """Draw the places one after the other, each in proportion to exp(score) among those left."""
    probability, left = 1.0, list(range(len(scores)))
    for document in order:
        probability *= np.exp(scores[document]) / sum(np.exp(scores[d]) for d in left)
        left.remove(document)
    return probability


def test_listmle_is_minus_the_log_of_a_distribution_over_orders(snippet):
    rng = np.random.default_rng(1)
    for n in (1, 2, 4):
        scores = 2 * rng.normal(size=n)
        losses = {order: snippet.listmle(scores, np.array(order)) for order in permutations(range(n))}
        for order, loss in losses.items():
            assert loss == pytest.approx(-np.log(plackett_luce(scores, order)), abs=1e-12)
        assert sum(np.exp(-loss) for loss in losses.values()) == pytest.approx(1)
        assert min(losses, key=losses.get) == tuple(np.argsort(-scores))


def test_top_one_probabilities_are_the_sums_over_orders(snippet):
    scores = np.array([0.3, -1.2, 2.0, 0.8])
    first = np.zeros(4)
    for order in permutations(range(4)):
        first[order[0]] += plackett_luce(scores, order)
    np.testing.assert_allclose(np.exp(snippet.log_softmax(scores)), first)


def test_listnet_is_cross_entropy_between_softmaxes(snippet):
    rng = np.random.default_rng(2)
    for _ in range(5):
        scores, relevance = rng.normal(size=5), rng.integers(0, 4, 5).astype(float)
        s, y = torch.tensor(scores, requires_grad=True), torch.tensor(relevance).softmax(0)
        loss = torch.nn.functional.cross_entropy(s[None], y[None])
        assert snippet.listnet(scores, relevance) == pytest.approx(loss.item())
        assert snippet.listnet(scores, relevance) >= snippet.listnet(relevance, relevance)  # scores = grades are best
        loss.backward()
        np.testing.assert_allclose(s.grad, s.detach().softmax(0) - y, atol=1e-12)  # the gradient on the page


def test_large_and_shifted_scores(snippet):
    scores = np.array([1000.0, -1000.0, 0.0])
    order = np.array([0, 2, 1])
    assert snippet.listmle(scores, order) == 0
    assert snippet.listmle(scores, order[::-1]) == pytest.approx(1000 + 2000)
    relevance = np.array([1.0, 2.0, 0.0])
    assert snippet.listnet(scores + 77, relevance) == pytest.approx(snippet.listnet(scores, relevance))


def test_the_printed_conclusions(snippet):
    rows = {
        line[:21].strip(): [float(x) for x in line.split() if x[0].isdigit() and "." in x]
        for line in snippet.printed.splitlines()[:4]
    }
    right, bolder, wrong, shifted = rows.values()
    assert right == shifted and bolder[0] > wrong[0] > right[0] and bolder[1] < right[1] < wrong[1]
