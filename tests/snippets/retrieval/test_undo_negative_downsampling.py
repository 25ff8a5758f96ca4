import numpy as np
from hypothesis import given
from hypothesis import strategies as st


@given(st.floats(1e-4, 0.9999), st.floats(1e-3, 1))
def test_each_undoes_the_other_and_shifts_the_logit_by_log_w(snippet, p, w):
    q = snippet.trained_on_sample(p, w)
    np.testing.assert_allclose(snippet.undo(q, w), p, rtol=1e-9)
    np.testing.assert_allclose(np.log(q / (1 - q)), np.log(p / (1 - p)) - np.log(w), atol=1e-8)


def test_the_share_of_clicks_in_a_sample(snippet):
    # of 1,000 impressions 30 are clicked; a tenth of the other 970 is kept
    np.testing.assert_allclose(snippet.trained_on_sample(0.03, 0.1), 30 / (30 + 97))
    assert snippet.trained_on_sample(0.2, 1) == 0.2


def test_known_figure_of_a_click_rate_of_one_percent(snippet):
    assert round(snippet.trained_on_sample(0.01, 0.1), 4) == 0.0917
    assert round(snippet.undo(0.0917, 0.1), 3) == 0.01


def test_the_order_is_kept_and_that_of_the_bids_is_not(snippet):
    def order(v):
        return list(np.argsort(-v))

    assert order(snippet.p) == order(snippet.q)
    assert order(snippet.p * snippet.bid) != order(snippet.q * snippet.bid)
    assert order(snippet.undo(snippet.q, snippet.w) * snippet.bid) == order(snippet.p * snippet.bid)
    lines = {line[:10].strip(): line.split()[-3:] for line in snippet.printed.splitlines()[1:]}
    assert lines["p × bid"] == ["B", "C", "A"] and lines["q × bid"] == ["B", "A", "C"]
    for name, values in snippet.rows.items():
        assert lines[name] == ["ABC"[i] for i in order(values)]
