import numpy as np
import pytest
from sklearn.linear_model import LinearRegression


def test_correlation_on_simulated_rows(snippet):
    rng = np.random.default_rng(5)
    x = rng.normal(size=(200_000, 8))
    y = x @ [1, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2, 0.2] + rng.normal(scale=3, size=200_000)
    weights = np.stack([np.ones(8), snippet.WEIGHTS, np.arange(8.0), -2 * np.eye(8)[3]])
    expected = [np.corrcoef(x @ w, y)[0, 1] for w in weights]
    np.testing.assert_allclose(snippet.correlation(weights), expected, atol=0.01)  # standard error 0.002


def test_fit_agrees_with_scikit_learn(snippet):
    found = snippet.fitted(np.random.default_rng(6), 30, repeats=3)
    rng = np.random.default_rng(6)
    x, noise = rng.normal(size=(3, 30, 8)), rng.normal(size=(3, 30))
    for w, xi, e in zip(found, x, noise, strict=True):
        fit = LinearRegression(fit_intercept=False).fit(xi, xi @ snippet.WEIGHTS + 3 * e)
        np.testing.assert_allclose(w, fit.coef_, atol=1e-8)
    assert snippet.fitted(np.random.default_rng(7), 9).shape == (300, 8)


def test_top_share_and_break_even_by_simulation(snippet):
    rng = np.random.default_rng(8)
    for share in (0.1, 0.35):
        score = np.sort(rng.normal(size=400_000))[::-1]
        chosen = score[: int(share * 400_000)]
        assert snippet.mean_of_top(share) == pytest.approx(chosen.mean(), rel=0.01)  # standard error 0.3 %
    # two scores of correlation 0.5 and 0.3; money per chosen case, all others bring nothing
    outcome = rng.normal(size=400_000)
    money = []
    for r in (0.5, 0.3):
        score = r * outcome + np.sqrt(1 - r**2) * rng.normal(size=400_000)
        money.append(40 * outcome[np.argsort(-score)[:80_000]].sum() / 400_000)
    expected = 9_000 / (money[0] - money[1])
    assert snippet.break_even(0.2, 9_000, 40, 0.2) == pytest.approx(expected, rel=0.03)
    assert snippet.break_even(0.0, 9_000, 40, 0.2) == snippet.break_even(-0.1, 9_000, 40, 0.2) == np.inf


def test_the_rule_wins_with_few_rows_only(snippet):
    means = [snippet.correlation(snippet.fitted(np.random.default_rng(9), n)).mean() for n in (20, 50, 200, 1000)]
    assert means[0] < means[1] < snippet.rule < means[2] < means[3] < snippet.correlation(snippet.WEIGHTS)
    # upkeep 100,000; 20 for a standard deviation; the best tenth
    density = np.exp(-(1.2815515655446004**2) / 2) / np.sqrt(2 * np.pi)
    gain = snippet.model - snippet.rule
    assert snippet.cases == pytest.approx(100_000 / (gain * density * 20), rel=1e-9)
    printed = [float(line.split()[1]) for line in snippet.printed.splitlines()[2:]]
    np.testing.assert_allclose(means, printed, atol=0.025)
