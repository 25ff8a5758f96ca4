import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import confusion_matrix, fbeta_score, matthews_corrcoef


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 1)), max_size=30))
def test_counts_and_scores_are_scikit_learns(snippet, pairs):
    y, predicted = np.array([(1, 0), *pairs]).T
    tp, fp, fn, tn = counts = snippet.confusion(y, predicted)
    assert [tn, fp, fn, tp] == confusion_matrix(y, predicted, labels=[0, 1]).ravel().tolist()
    for beta in (0.5, 1, 2):
        if tp + fp + fn:
            expected = fbeta_score(y, predicted, beta=beta, zero_division=0)
            assert snippet.f_score(tp, fp, fn, beta) == pytest.approx(expected)
    assert snippet.mcc(*counts) == pytest.approx(matthews_corrcoef(y, predicted))


def test_f1_is_the_harmonic_mean_and_the_default(snippet):
    precision, recall = 30 / 50, 30 / 45
    assert snippet.f_score(30, 20, 15) == pytest.approx(2 / (1 / precision + 1 / recall))


def test_f_leans_to_recall_for_a_large_beta_and_to_precision_for_a_small_one(snippet):
    assert snippet.f_score(30, 20, 15, 1e6) == pytest.approx(30 / 45)
    assert snippet.f_score(30, 20, 15, 1e-6) == pytest.approx(30 / 50)


def test_the_table(snippet):
    rows = [np.array(line[21:].split(), float) for line in snippet.printed.splitlines()[1:]]
    model, always, swapped = rows
    assert always[3] > 0.8 and always[4] > model[4] and always[5] == 0  # F2 prefers always yes
    assert model[0] == swapped[0] and model[5] == swapped[5] and model[3] != swapped[3]
    y, predicted = snippet.y, snippet.model
    assert y.mean() == 0.7 and (y == predicted).mean() == pytest.approx(0.8)
