from itertools import product

import numpy as np
import torch
import torch.nn.functional as F


def triplets(labels):
    n = range(len(labels))
    return [(a, p, q) for a, p, q in product(n, n, n) if a != p and labels[a] == labels[p] != labels[q]]


def batch():
    rng = np.random.default_rng(3)
    labels = np.array([0, 1, 0, 2, 1, 2, 0, 1])
    return rng.normal(size=(8, 3)), labels


def test_distances_and_pairs(snippet):
    x, labels = batch()
    expected = torch.cdist(torch.tensor(x), torch.tensor(x))
    np.testing.assert_allclose(snippet.distances(x), expected, atol=1e-7)
    pairs = {(i, j) for i, j in product(range(8), range(8)) if i != j and labels[i] == labels[j]}
    assert set(map(tuple, np.argwhere(snippet.positive_pairs(labels)))) == pairs


def test_kinds_are_counted_as_by_hand(snippet):
    x, labels = batch()
    d = snippet.distances(x)
    for margin in (0.1, 0.5, 2.0):
        kinds = [0, 0, 0]
        for a, p, n in triplets(labels):
            loss = F.triplet_margin_loss(*(torch.tensor(x[[i]]) for i in (a, p, n)), margin=margin, eps=0)
            kinds[2 if d[a, n] < d[a, p] else 0 if loss == 0 else 1] += 1
        assert snippet.count_kinds(d, labels, margin) == kinds
        assert min(kinds) > 0 or margin == 2.0


def test_kinds_on_the_boundaries(snippet):
    # on a line: anchor at 0, positive at 1, negative at 1, 1.5 or 2; margin 1/2 (all exact in binary)
    labels = np.array([0, 0, 1])
    for position, expected in ((1.0, [0, 1]), (1.5, [1, 0]), (2.0, [1, 0])):
        d = np.abs(np.subtract.outer([0, 1, position], [0, 1, position]))
        d[1] = [1, 0, 9]  # the other anchor's only triplet is easy
        easy, semi, hard = snippet.count_kinds(d, labels, 0.5)
        assert [easy - 1, semi, hard] == [*expected, 0]


def test_mined_losses_against_all_triplets(snippet):
    x, labels = batch()
    d = snippet.distances(x)
    for margin in (0.1, 1.0):
        hard = [max(margin + d[a, p] - d[a, n] for a, p, n in triplets(labels) if a == anchor) for anchor in range(8)]
        np.testing.assert_allclose(snippet.batch_hard(d, labels, margin), np.maximum(0, hard).mean())
        semi = []
        for a, p in np.argwhere(snippet.positive_pairs(labels)):
            beyond = [d[a, n] for i, j, n in triplets(labels) if (i, j) == (a, p) and d[a, n] > d[a, p]]
            semi += [max(0, margin + d[a, p] - min(beyond)) if beyond else 0]
        assert 0 in semi  # also the case without a negative beyond the positive
        np.testing.assert_allclose(snippet.semi_hard(d, labels, margin), np.mean(semi))


def test_a_negative_as_near_as_the_positive_is_not_semi_hard(snippet):
    x, labels = np.array([[0.0], [1.0], [-1.0], [1.25]]), np.array([0, 0, 1, 2])
    d = snippet.distances(x)
    # anchor 0 takes the negative at 1.25, anchor 1 the one at distance 2
    assert snippet.semi_hard(d, labels, 0.5) == (0.5 + 1 - 1.25) / 2


def test_bounds_that_the_page_uses(snippet):
    x, labels = batch()
    d = snippet.distances(x)
    assert snippet.semi_hard(d, labels, 0.2) < 0.2 < snippet.batch_hard(d, labels, 0.2)
    collapsed = np.zeros((8, 8))
    assert snippet.batch_hard(collapsed, labels, 0.2) == 0.2


def test_easy_triplets_give_way_to_hard_ones_as_classes_overlap(snippet):
    rows = [list(map(float, line.split())) for line in snippet.printed.splitlines()[1:]]
    spread, easy, _semi, hard, batch_hard, semi_hard = np.transpose(rows)
    assert (np.diff(easy) < 0).all() and (np.diff(hard) > 0).all() and (np.diff(batch_hard) > 0).all()
    assert (np.array(rows)[:, 1:4].sum(axis=1) == 32 * 3 * 28).all()
    assert (semi_hard < 0.2).all() and (spread == (0.1, 0.4, 1)).all()
