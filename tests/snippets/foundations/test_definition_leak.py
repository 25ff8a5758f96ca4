import numpy as np
import pytest
from sklearn.metrics import roc_auc_score


def test_auc_agrees_with_scikit_learn(snippet):
    rng = np.random.default_rng(2)
    label = rng.random(300) < 0.3
    score = rng.normal(size=300) + label
    assert snippet.auc(score, label) == pytest.approx(roc_auc_score(label, score))
    assert snippet.auc(-score, label) == pytest.approx(1 - roc_auc_score(label, score))


def test_recency_at_day_30_is_the_label(snippet):
    for seed in (1, 2):
        before, late, churned = snippet.customers(n=2000, seed=seed)
        assert np.array_equal(late > 30, churned)
        assert np.all(late[~churned] >= 0) and np.all(late[~churned] <= 30)
        np.testing.assert_allclose(late[churned], before[churned] + 30)
        assert snippet.auc(late, churned) == 1
        assert 0.74 < snippet.auc(before, churned) < 0.82


def test_customers_against_a_simulation_of_every_visit(snippet):
    rng = np.random.default_rng(7)
    expected = []
    for rate in rng.gamma(1.0, 0.08, size=4000):  # visits from day -2000 to day 30
        visits = rng.uniform(-2000, 30, size=rng.poisson(2030 * rate))
        past, window = visits[visits < 0], visits[visits >= 0]
        expected.append(
            (-past.max() if past.size else 2000.0, 30 - visits.max() if visits.size else 2030.0, not window.size)
        )
    expected = np.array(expected)
    before, late, churned = snippet.customers(n=40_000, seed=5)
    assert churned.mean() == pytest.approx(expected[:, 2].mean(), abs=0.03)  # standard error 0.7 %
    for ours, simulated in ((before, expected[:, 0]), (late, expected[:, 1])):
        quantiles = [0.1, 0.25, 0.5, 0.75, 0.9]
        np.testing.assert_allclose(np.quantile(ours, quantiles), np.quantile(simulated, quantiles), rtol=0.15)


def test_base_rate_and_print(snippet):
    # P(no visit in 30 days) is the mean of exp(-30 rate) over a gamma of shape 1 and scale 0.08
    assert snippet.churned.mean() == pytest.approx(1 / (1 + 30 * 0.08), abs=0.03)
    rate, leaked, honest = (float(line.split()[-1]) for line in snippet.printed.splitlines())
    assert (rate, leaked) == (round(float(snippet.churned.mean()), 2), 1)
    assert honest == pytest.approx(snippet.auc(snippet.before, snippet.churned), abs=0.005) and honest < 0.8
    assert len(snippet.churned) == 4000
