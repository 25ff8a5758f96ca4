import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import mannwhitneyu
from sklearn.metrics import roc_auc_score


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 1), st.integers(-3, 3)), min_size=2, max_size=40))
def test_both_are_scikit_learns_area_and_mann_whitneys_u(snippet, pairs):
    y, score = np.array([(0, 0), (1, 0), *pairs]).T  # both classes occur
    expected = roc_auc_score(y, score)
    np.testing.assert_allclose(snippet.auc_by_pairs(y, score), expected)
    np.testing.assert_allclose(snippet.auc_by_ranks(y, score), expected)
    u = mannwhitneyu(score[y == 1], score[y == 0]).statistic
    np.testing.assert_allclose(snippet.auc_by_ranks(y, score), u / (y.sum() * (1 - y).sum()))


def test_only_the_order_counts(snippet):
    lines = snippet.printed.splitlines()
    whole = lines[1].split()[1].rstrip(",")
    values = dict(line.rsplit(maxsplit=1) for line in lines[2:])
    assert values["exponential"] == whole and values["all equal"] == "0.5000"
    assert float(values["negated"]) + float(whole) == 1
    assert values["cut at 0.6"] == f"{roc_auc_score(snippet.y, snippet.score >= 0.6):.4f}" < whole
