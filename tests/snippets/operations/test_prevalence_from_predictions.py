import numpy as np
import pytest


@pytest.mark.parametrize("recall, false", [(0.9, 0.05), (0.3, 0.6), (0.7, 0.5)])
def test_estimate_and_error_against_simulation(snippet, recall, false):
    rng, rows, truth = np.random.default_rng(1), 800, 0.2
    said = false + truth * (recall - false)
    drawn = rng.binomial(rows, said, 20_000) / rows
    estimates = snippet.prevalence(drawn, recall, false)
    assert estimates.mean() == pytest.approx(truth, abs=4 * estimates.std() / np.sqrt(20_000))
    assert snippet.standard_error(said, rows, recall, false) == pytest.approx(estimates.std(), rel=0.03)


def test_agrees_with_the_confusion_matrix_equation(snippet):
    recall, false, old = 0.75, 0.2, 0.4
    joint = np.array([[(1 - false) * (1 - old), (1 - recall) * old], [false * (1 - old), recall * old]])
    said = 0.33
    weights = np.linalg.solve(joint, [1 - said, said])
    assert snippet.prevalence(said, recall, false) == pytest.approx(weights[1] * old)


def test_premises_and_conclusion(snippet):
    rows = [row.split() for row in snippet.printed.splitlines()[1:]]
    assert [row[2:4] for row in rows] == [["0.31", "0.30"], ["0.33", "0.30"]]
    assert snippet.ROWS == 2_000
    assert float(rows[1][-1]) > 5 * float(rows[0][-1])
