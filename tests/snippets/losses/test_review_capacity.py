import numpy as np
import pytest


@pytest.fixture(scope="module")
def posts(snippet):
    rng = np.random.default_rng(11)
    y = rng.random(400_000) < snippet.BASE_RATE
    return y, rng.normal(size=400_000) + snippet.SHIFT * y


@pytest.mark.parametrize("capacity", [0.003, 0.03])
def test_recall_and_precision_agree_with_drawn_posts(snippet, posts, capacity):
    y, score = posts
    top = np.argsort(-score)[: round(capacity * y.size)]
    right, wrong = snippet.flagged_shares(snippet.cut_for(capacity))
    assert right + wrong == pytest.approx(capacity)
    # 2,000 positives, found or not: four standard errors
    recall = right / snippet.BASE_RATE
    assert y[top].sum() / y.sum() == pytest.approx(recall, abs=4 * np.sqrt(recall * (1 - recall) / 2000))
    # of 1,200 or 12,000 posts reviewed
    assert y[top].mean() == pytest.approx(right / capacity, abs=4 * np.sqrt(0.2 / top.size))


@pytest.mark.parametrize("capacity", [0.003, 0.03, 0.3])
def test_the_implied_ratio_is_the_one_at_which_this_cut_is_cheapest(snippet, capacity):
    cut = snippet.cut_for(capacity)
    ratio = snippet.false_alarms_worth_a_miss(cut)

    def cost(c):
        right, wrong = snippet.flagged_shares(c)
        return ratio * (snippet.BASE_RATE - right) + wrong

    cuts = cut + np.linspace(-0.5, 0.5, 101)
    assert np.argmin([cost(c) for c in cuts]) == 50


def test_more_capacity_finds_more_and_is_less_precise(snippet):
    shares = [snippet.flagged_shares(snippet.cut_for(c)) for c in (0.001, 0.01, 0.05, 0.3)]
    recall = [right for right, _ in shares]
    precision = [right / (right + wrong) for right, wrong in shares]
    assert (np.diff(recall) > 0).all() and (np.diff(precision) < 0).all()
