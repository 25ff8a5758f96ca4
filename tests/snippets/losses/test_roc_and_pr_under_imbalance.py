import numpy as np
import pytest
from scipy.stats import norm
from sklearn.metrics import average_precision_score, roc_auc_score


@pytest.mark.parametrize("base_rate", [0.5, 0.02])
def test_areas_agree_with_scikit_learn_on_quantile_scores(snippet, base_rate):
    n = 50_000
    quantiles = norm.ppf((np.arange(n) + 0.5) / n)
    y, scores = np.repeat([0, 1], n), np.concatenate([quantiles, quantiles + 2])
    weight = np.where(y == 1, base_rate, 1 - base_rate)
    assert snippet.roc_area() == pytest.approx(roc_auc_score(y, scores, sample_weight=weight), abs=1e-3)
    exact = average_precision_score(y, scores, sample_weight=weight)
    assert snippet.average_precision(base_rate) == pytest.approx(exact, abs=1e-3)


def test_roc_area_has_its_closed_form(snippet):
    assert snippet.roc_area() == pytest.approx(norm.cdf(np.sqrt(2)), abs=1e-6)


def test_average_precision_falls_to_the_base_rate_of_a_random_scorer(snippet):
    values = [snippet.average_precision(b) for b in (0.5, 0.1, 0.01, 1e-3, 1e-4)]
    assert (np.diff(values) < 0).all()
    assert all(v > b for v, b in zip(values, (0.5, 0.1, 0.01, 1e-3, 1e-4), strict=True))


def test_curves_run_from_nothing_to_everything(snippet):
    assert snippet.cuts.size == 20_001
    for curve in (snippet.RECALL, snippet.FALL_OUT):
        assert curve[0] == pytest.approx(0) and curve[-1] == pytest.approx(1)
        assert (np.diff(curve) >= 0).all()
    assert snippet.RECALL[10_909] == pytest.approx(norm.sf(snippet.cuts[10_909], loc=2))
