import numpy as np
import pytest


def rows(snippet):
    return {line[:31].strip(): line for line in snippet.printed.splitlines()[1:]}


def numbers(line):
    return [float(word.rstrip(",")) for word in line[31:].split() if word[0].isdigit()]


def test_best_constant_finds_the_minimum(snippet):
    candidates = np.linspace(-3, 3, 601)
    constant, value = snippet.best_constant(lambda c: (c - 1.25) ** 2 + 7, candidates)
    assert constant == pytest.approx(1.25) and value == pytest.approx(7)


def test_amounts_are_lognormal(snippet):
    assert np.median(snippet.amounts) == pytest.approx(np.exp(3), rel=0.1)  # standard error 3 %
    logs = np.log(snippet.amounts)
    assert logs.mean() == pytest.approx(3, abs=0.1) and logs.std() == pytest.approx(1, abs=0.06)
    np.testing.assert_allclose(snippet.grid, np.arange(1981) * 0.05 + 1)
    np.testing.assert_allclose(snippet.rates, np.arange(0.001, 1, 0.001))


def test_mean_median_and_weighted_median(snippet):
    found, a = rows(snippet), snippet.amounts
    rmse = numbers(found["root mean squared error"])
    assert rmse == pytest.approx([a.mean(), a.std()], abs=0.08)  # half a grid step, and rounding
    mae = numbers(found["mean absolute error"])
    assert mae == pytest.approx([np.median(a), abs(a - np.median(a)).mean()], abs=0.06)
    # MAPE is minimised by the median under the weights 1/y
    order = np.sort(a)
    share = np.cumsum(1 / order) / np.sum(1 / order)
    weighted = order[np.searchsorted(share, 0.5)]
    mape = numbers(found["mean absolute percentage error"])
    assert mape == pytest.approx([weighted, np.mean(abs(a - weighted) / a)], abs=0.06)
    assert mape[0] < mae[0] < rmse[0]


def test_probability_scores_are_minimised_by_the_base_rate(snippet):
    found, pi = rows(snippet), 0.02
    assert snippet.clicked.mean() == pi and len(snippet.clicked) == 2000
    entropy = -pi * np.log(pi) - (1 - pi) * np.log(1 - pi)
    assert numbers(found["log loss"]) == pytest.approx([pi, entropy], abs=1e-4)
    assert numbers(found["Brier score"]) == pytest.approx([pi, pi * (1 - pi)], abs=1e-4)
    assert found["accuracy of 'nobody clicks'"].endswith("0.98")
    from sklearn.metrics import f1_score

    assert snippet.everybody == pytest.approx(f1_score(snippet.clicked, np.ones(2000, bool)))
    assert float(found["F1 of 'everybody clicks'"].split()[-1]) == pytest.approx(snippet.everybody, abs=0.0005)


def test_the_printed_mean_and_median(snippet):
    words = snippet.printed.splitlines()[0].replace(",", "").split()
    assert float(words[2]) == pytest.approx(snippet.amounts.mean(), abs=0.05)
    assert float(words[4]) == pytest.approx(np.median(snippet.amounts), abs=0.05)
