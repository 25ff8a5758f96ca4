import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm
from sklearn.linear_model import Ridge
from sklearn.metrics import fbeta_score, roc_auc_score
from statsmodels.stats.proportion import proportion_confint

COUNT = st.integers(1, 20)


@given(COUNT, COUNT, COUNT, st.sampled_from([0.5, 1, 2, 3]))
def test_f_beta(snippet, tp, fp, fn, beta):
    truth, guess = [1] * (tp + fn) + [0] * fp, [1] * tp + [0] * fn + [1] * fp
    assert snippet.f_beta(tp, fp, fn, beta) == pytest.approx(fbeta_score(truth, guess, beta=beta))


@given(st.lists(st.integers(0, 6), min_size=1), st.lists(st.integers(0, 6), min_size=1))
def test_auc(snippet, positive, negative):
    expected = roc_auc_score([1] * len(positive) + [0] * len(negative), positive + negative)
    assert snippet.auc(positive, negative) == pytest.approx(expected)


@given(st.integers(1, 9), st.integers(1, 9))
def test_threshold_is_where_both_actions_cost_the_same(snippet, cost_fp, cost_fn):
    t = snippet.threshold(cost_fp, cost_fn)
    assert (1 - t) * cost_fp == pytest.approx(t * cost_fn)


@given(st.integers(1, 40), st.data(), st.sampled_from([0.01, 0.05, 0.3]))
def test_wilson(snippet, n, data, alpha):
    successes = data.draw(st.integers(0, n))
    expected = proportion_confint(successes, n, alpha, method="wilson")
    np.testing.assert_allclose(snippet.wilson(successes, n, norm.isf(alpha / 2)), expected, atol=1e-12)


@given(st.lists(st.integers(0, 1), max_size=9), st.floats(0, 1), st.integers(1, 9))
def test_smoothed_mean_is_the_mean_with_phantom_rows(snippet, y, prior, strength):
    assert snippet.smoothed_mean(y, prior, strength) == pytest.approx(np.mean(y + [prior] * strength))


@pytest.mark.parametrize("penalty", [0.1, 1, 30])
def test_ridge_shrinks_along_singular_directions(snippet, penalty):
    rng = np.random.default_rng(0)
    X, y = rng.normal(size=(9, 3)), rng.normal(size=9)
    U, d, Vt = np.linalg.svd(X, full_matrices=False)
    w = Ridge(penalty, fit_intercept=False).fit(X, y).coef_
    np.testing.assert_allclose(Vt @ w, snippet.ridge_filter(d, penalty) * (U.T @ y) / d)


def test_the_parts_of_the_error_add_up(snippet):
    rng = np.random.default_rng(1)
    predictions, noise = rng.normal(2, 3, 50), rng.normal(size=40)
    noise -= noise.mean()
    parts = snippet.error_parts(predictions, 1.5, noise.var())
    np.testing.assert_allclose(sum(parts), np.mean((predictions[:, None] - 1.5 - noise) ** 2))
    assert parts[1] == pytest.approx(predictions.var()) and parts[2] == noise.var()


def test_each_formula_agrees_with_its_count(snippet):
    assert len(snippet.rows) == 7
    for name, (formula, count) in snippet.rows.items():
        assert formula == pytest.approx(count, abs=1e-4), name
