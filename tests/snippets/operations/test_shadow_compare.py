import numpy as np
import pytest


def test_comparison_by_hand(snippet):
    got = snippet.compare(np.array([0.1, 0.4, 0.6, 0.9]), np.array([0.3, 0.5, 0.2, 0.9]), 0.5)
    assert list(got.values()) == pytest.approx([0.5, 0.475, 0.175, 0.4 - 0.03 * 0.2, 0.5, 0.25, 0.25])
    at = snippet.compare(np.array([0.5, 0.0, 0.5]), np.array([0.0, 0.5, 0.5]), 0.5)  # the threshold itself is a yes
    assert list(at.values())[-3:] == pytest.approx([1 / 3, 1 / 3, 1 / 3])


def test_the_parts_of_the_decisions_add_up(snippet):
    rng = np.random.default_rng(8)
    got = snippet.compare(rng.random(500), rng.random(500), 0.3)
    total = got["decisions that agree"] + got["no that becomes yes"] + got["yes that becomes no"]
    assert total == pytest.approx(1)
    assert got["no that becomes yes"] == pytest.approx(0.3 * 0.7, abs=0.07)


def test_clicks_are_known_where_both_agree(snippet):
    got = snippet.clicks_known(np.array([1, 2, 3, 4]), np.array([1, 2, 0, 4]), np.array([1, 0, 1, 1]))
    assert got == pytest.approx((0.75, 2 / 3))


def test_what_the_page_says(snippet):
    # the means agree to the third digit although decisions flip
    assert abs(snippet.old.mean() - snippet.new.mean()) < 0.002
    flips = (snippet.old >= 0.5) != (snippet.new >= 0.5)
    assert flips.mean() > 0.03
    # less spread: 0.7² + 0.3² of the variance, so fewer exceed the old threshold
    assert abs(snippet.new.var() / snippet.old.var() - 0.58) < 0.02
    assert (snippet.new >= 0.5).mean() < (snippet.old >= 0.5).mean() - 0.04
    # the candidate is better on the whole, which neither logged number shows
    truth = snippet.chance[snippet.rows, snippet.wanted].mean()
    assert snippet.clicked.mean() + 0.05 < truth < snippet.rate - 0.02
    # where both agree, both have the same clicks: the comparison there is 0 by construction
    same = snippet.shown == snippet.wanted
    assert snippet.share == same.mean() and snippet.rate == snippet.clicked[same].mean()
    np.testing.assert_allclose(snippet.chance, 1 / (1 + np.exp(2 - snippet.appeal)))
    expected = snippet.chance[snippet.rows, snippet.shown]
    assert abs(snippet.clicked.mean() - expected.mean()) < 0.01  # standard error 0.002
    # the candidate follows appeal more closely than the model in production
    assert (snippet.wanted == snippet.appeal.argmax(1)).mean() > (
        snippet.shown == snippet.appeal.argmax(1)
    ).mean() + 0.2
