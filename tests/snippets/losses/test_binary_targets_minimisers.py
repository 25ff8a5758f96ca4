import numpy as np
import sklearn.metrics
from hypothesis import given
from hypothesis import strategies as st

LABELS = np.array([1, 0, 0, 0, 1, 0, 0, 1])  # share 3/8


@given(st.floats(0.01, 0.99))
def test_expected_losses_are_the_mean_losses_on_such_labels(snippet, p):
    share, constant = LABELS.mean(), np.full(len(LABELS), p)
    np.testing.assert_allclose(snippet.cross_entropy(p, share), sklearn.metrics.log_loss(LABELS, constant))
    np.testing.assert_allclose(snippet.squared(p, share), sklearn.metrics.brier_score_loss(LABELS, constant))
    np.testing.assert_allclose(snippet.absolute(p, share), sklearn.metrics.mean_absolute_error(LABELS, constant))


def test_cross_entropy_is_finite_at_certainty_only_when_right(snippet):
    assert snippet.cross_entropy(np.array(0.0), 0.0) == 0
    assert snippet.cross_entropy(np.array(0.0), 0.1) == np.inf


def test_two_losses_find_the_share_and_the_absolute_one_the_majority(snippet):
    for share in (0.001, 0.2, 0.45, 0.55, 0.999):
        assert np.isclose(snippet.p[np.argmin(snippet.cross_entropy(snippet.p, share))], share)
        assert np.isclose(snippet.p[np.argmin(snippet.squared(snippet.p, share))], share)
        assert snippet.p[np.argmin(snippet.absolute(snippet.p, share))] == (share > 0.5)
