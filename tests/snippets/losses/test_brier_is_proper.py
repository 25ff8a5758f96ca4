import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar
from scipy.special import rel_entr
from sklearn.metrics import brier_score_loss, log_loss, mean_absolute_error

INSIDE = st.floats(0.01, 0.99)


def test_expected_losses_agree_with_scikit_learn(snippet):
    y = np.array([1] * 3 + [0] * 7)  # pi = 0.3 exactly
    for q in (0.02, 0.3, 0.77):
        said = np.full(10, q)
        for name, metric in (("log loss", log_loss), ("Brier", brier_score_loss), ("absolute", mean_absolute_error)):
            assert snippet.expected(snippet.LOSSES[name], q, 0.3) == pytest.approx(metric(y, said))


@given(INSIDE, INSIDE)
def test_regrets_are_the_divergences_of_a_strictly_proper_score(snippet, q, pi):
    kl = rel_entr(pi, q) + rel_entr(1 - pi, 1 - q)
    assert snippet.regret(snippet.LOSSES["log loss"], q, pi) == pytest.approx(kl, abs=1e-12)
    assert snippet.regret(snippet.LOSSES["Brier"], q, pi) == pytest.approx((q - pi) ** 2, abs=1e-12)


@pytest.mark.parametrize("pi", [0.13, 0.62])
def test_minimisers(snippet, pi):
    def best(name):
        return minimize_scalar(
            lambda q: snippet.expected(snippet.LOSSES[name], q, pi), bounds=(0, 1), method="bounded"
        ).x

    assert best("log loss") == pytest.approx(pi, abs=1e-4)
    assert best("Brier") == pytest.approx(pi, abs=1e-4)
    assert best("absolute") == pytest.approx(round(pi), abs=1e-4)  # all or nothing: the median, not a probability


def test_log_loss_alone_is_unbounded(snippet):
    assert snippet.regret(snippet.LOSSES["log loss"], 1e-12, 0.05) > 1.1
    assert snippet.regret(snippet.LOSSES["Brier"], 1e-12, 0.05) < 0.0026
