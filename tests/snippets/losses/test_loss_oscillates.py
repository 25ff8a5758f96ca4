import numpy as np
import pytest
import torch


def test_loss_and_its_minimum(snippet):
    for b in (-3.0, 0.4, 5.0):
        expected = torch.nn.functional.binary_cross_entropy_with_logits(torch.tensor(b), torch.tensor(snippet.SHARE))
        assert snippet.loss(b) == pytest.approx(expected.item(), rel=1e-6)
    bottom = np.log(1 / 9)
    assert snippet.loss(bottom) < min(snippet.loss(bottom + 0.1), snippet.loss(bottom - 0.1))


def test_the_longest_stable_step_is_two_over_the_curvature(snippet):
    def curvature(share):
        b = torch.tensor(np.log(share / (1 - share)))

        def loss(v):
            return torch.nn.functional.binary_cross_entropy_with_logits(v, torch.tensor(share, dtype=v.dtype))

        return torch.autograd.functional.hessian(loss, b).item()

    for share in (0.1, 0.37):
        assert snippet.limit(share) == pytest.approx(2 / curvature(share))


def test_below_the_limit_descent_settles_and_above_it_alternates(snippet):
    limit = snippet.limit(snippet.SHARE)
    below = snippet.descend(0.9 * limit, 2000)
    assert below[-1] == pytest.approx(np.log(1 / 9), abs=1e-6)
    above = snippet.descend(1.1 * limit, 2000)
    assert abs(above[-1] - above[-2]) > 0.5 and above[-1] == pytest.approx(above[-3], abs=1e-6)


def test_descent_step_by_step(snippet):
    np.testing.assert_allclose(snippet.descend(2.0, 1, b=0.5), [0.5, 0.5 - 2 * (1 / (1 + np.exp(-0.5)) - 0.1)])
    assert len(snippet.descend(1.0, 7)) == 8 and snippet.descend(1.0, 3)[0] == 0


def test_predictions_follow_the_label_seen_last(snippet):
    assert snippet.predictions([0], rate=0.0) == [0.5]
    p = snippet.predictions([1], rate=0.5, b=-1.0)
    b = -1 - 0.5 * (1 / (1 + np.e) - 1)
    np.testing.assert_allclose(p, [1 / (1 + np.exp(-b))])
    swing = snippet.predictions(np.tile(snippet.labels, 3), rate=0.1)
    ends = swing[[999, 1999, 2999]], swing[[899, 1899, 2899]]
    assert ends[0].min() > 0.7 and ends[1].max() < 0.05  # every epoch again


def test_the_labels_are_the_same_in_both_orders(snippet):
    assert snippet.labels.mean() == snippet.SHARE
    for order in snippet.orders.values():
        assert list(np.bincount(order)) == [900, 100]
    assert np.all(np.diff(snippet.orders["sorted"]) >= 0)
