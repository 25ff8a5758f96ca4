import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize
from torch.nn.functional import cross_entropy


@given(st.integers(2, 12), st.floats(0.001, 0.8), st.data())
def test_over_all_is_pytorchs_target(snippet, classes, eps, data):
    label = data.draw(st.integers(0, classes - 1))
    logits = torch.linspace(-1, 2, classes, dtype=torch.float64)
    expected = cross_entropy(logits, torch.tensor(label), label_smoothing=eps)
    target = torch.tensor(snippet.smooth_over_all(label, classes, eps))
    np.testing.assert_allclose(-(target * logits.log_softmax(0)).sum(), expected, rtol=1e-9)


@given(st.integers(2, 12), st.floats(0.001, 0.8), st.data())
def test_the_conventions_differ_by_k_over_k_minus_1(snippet, classes, eps, data):
    label = data.draw(st.integers(0, classes - 1))
    others = snippet.smooth_over_others(label, classes, eps)
    assert others[label] == 1 - eps
    np.testing.assert_allclose(np.delete(others, label), eps / (classes - 1))
    torchs = snippet.smooth_over_all(label, classes, eps * classes / (classes - 1))
    np.testing.assert_allclose(torchs, others, atol=1e-12)


@pytest.mark.parametrize(("classes", "eps"), [(3, 0.2), (10, 0.1), (50, 0.3)])
def test_floor_and_gap_are_those_of_the_minimum(snippet, classes, eps):
    target = snippet.smooth_over_all(1, classes, eps)

    def loss(z):
        return np.logaddexp.reduce(z) - target @ z

    best = minimize(loss, np.zeros(classes), tol=1e-10)
    assert best.fun == pytest.approx(snippet.floor_of_the_loss(target), abs=1e-6)
    assert best.x.max() - best.x.min() == pytest.approx(snippet.best_logit_gap(target), abs=1e-2)


def test_printed_lines_show_the_equivalence(snippet):
    lines = snippet.printed.splitlines()
    assert lines[0].partition("[")[2] == lines[2].partition("[")[2] != lines[1].partition("[")[2]
