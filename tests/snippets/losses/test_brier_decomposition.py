import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import brier_score_loss

DATA = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 1), st.integers(0, 4)), min_size=1, max_size=30)


@given(DATA)
def test_the_terms_add_up_to_the_brier_score_for_any_bins(snippet, data):
    p, y, group = np.array(data).T
    reliability, resolution, uncertainty, within = snippet.decompose(p, y, group)
    np.testing.assert_allclose(reliability - resolution + uncertainty + within, snippet.brier(p, y), atol=1e-12)
    assert min(reliability, resolution, uncertainty) >= 0


@given(DATA)
def test_grouped_by_the_forecast_itself_three_terms_suffice(snippet, data):
    p, y, _ = np.array(data).T
    p = p.round(1)
    assert snippet.decompose(p, y, group=p)[3] == pytest.approx(0, abs=1e-12)


def test_each_term_against_its_definition(snippet):
    p = np.array([0.1, 0.2, 0.2, 0.7, 0.9, 0.8, 0.6])
    y = np.array([0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 1.0])
    group = np.array([5, 5, 5, 2, 2, 2, 9])
    reliability, resolution, uncertainty, _ = snippet.decompose(p, y, group)
    bins = [(p[group == g].mean(), y[group == g].mean(), (group == g).mean()) for g in (5, 2, 9)]
    assert reliability == pytest.approx(sum(w * (f - o) ** 2 for f, o, w in bins))
    assert resolution == pytest.approx(sum(w * (o - 4 / 7) ** 2 for _, o, w in bins))
    assert uncertainty == pytest.approx(4 / 7 * 3 / 7)
    assert snippet.brier(p, y) == pytest.approx(brier_score_loss(y, p))
    np.testing.assert_allclose(snippet.group_means(y, group), [1 / 3] * 3 + [2 / 3] * 3 + [1])


def test_the_outcomes_are_exactly_as_frequent_as_the_truth_says(snippet):
    for rate in (0.1, 0.3, 0.5, 0.7, 0.9):
        assert snippet.y[snippet.truth == rate].mean() == pytest.approx(rate)
    np.testing.assert_allclose(np.log(snippet.over_confident / (1 - snippet.over_confident)), 2 * np.log(snippet.odds))


def test_what_the_page_concludes(snippet):
    truth, base_rate, doubled = (
        snippet.decompose(p, snippet.y, p) for p in (snippet.truth, snippet.base_rate, snippet.over_confident)
    )
    assert truth[0] == pytest.approx(0) and base_rate[:2] == (0, 0) and doubled[0] > 0.01
    assert doubled[1] == truth[1] == pytest.approx(0.08)
    assert snippet.brier(snippet.base_rate, snippet.y) > snippet.brier(snippet.over_confident, snippet.y)
    np.testing.assert_allclose(snippet.group_means(snippet.p, snippet.truth), snippet.truth)
    assert abs(snippet.three - snippet.brier(snippet.p, snippet.y)) > 0.03
