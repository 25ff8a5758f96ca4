import numpy as np
import pytest


def test_population(snippet):
    assert len(snippet.y) == 20000 and snippet.y.mean() == 0.005
    assert snippet.y[snippet.risky].sum() == 80 and snippet.risky.sum() == 1000


def test_report_by_hand(snippet):
    y, p = snippet.y, snippet.models["rate of the group"]
    loss, recall, auc = snippet.report(p, 0.05)
    assert loss == pytest.approx(-np.mean(np.where(y == 1, np.log(p), np.log1p(-p))))
    assert recall == pytest.approx(80 / 100)
    # AUC by counting pairs: 80 risky and 20 other positives against 920 risky and 18,980 other negatives
    pairs = 80 * (18980 + 0.5 * 920) + 20 * (0.5 * 18980)
    assert auc == pytest.approx(pairs / (100 * 19900))
    assert snippet.report(p, 0.5)[1] == 0


def test_the_loss_falls_from_model_to_model_while_recall_at_one_half_is_zero(snippet):
    losses, recalls, _ = zip(*(snippet.report(p, 0.5) for p in snippet.models.values()), strict=True)
    assert losses[0] > losses[1] > losses[2] and recalls == (0, 0, 0)
    assert losses[0] == pytest.approx(np.log(2))


def test_loss_of_margins_by_hand(snippet):
    def mean_loss(right, wrong, margin):
        p = 1 / (1 + np.exp(-margin))
        return -(right * np.log(p) + wrong * np.log(1 - p)) / (right + wrong)

    for case in ((3, 1, 0.5), (80, 20, 6), (1, 0, 2.0), (5, 5, 0.0)):
        assert snippet.loss_of_margins(*case) == pytest.approx(mean_loss(*case))


def test_more_right_answers_at_a_higher_loss(snippet):
    assert (
        snippet.loss_of_margins(80, 20, 6) > snippet.loss_of_margins(78, 22, 2.5) > snippet.loss_of_margins(70, 30, 0.8)
    )
    # the same 80 answers with the best margin, log(80 / 20), would cost less
    assert snippet.loss_of_margins(80, 20, np.log(4)) < snippet.loss_of_margins(70, 30, 0.8)
