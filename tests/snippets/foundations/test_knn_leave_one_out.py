import numpy as np
import pytest
from sklearn.model_selection import LeaveOneOut, cross_val_score
from sklearn.neighbors import KNeighborsClassifier


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_every_k_agrees_with_refitting_without_the_point(snippet, seed):
    rng = np.random.default_rng(seed)
    X, y = rng.normal(size=(8, 3)), rng.integers(3, size=8)
    errors = snippet.leave_one_out_errors(X, y)
    assert errors.shape == (7,)
    for k in (1, 2, 4, 7):
        model = KNeighborsClassifier(k, algorithm="brute")
        accuracy = cross_val_score(model, X, y, cv=LeaveOneOut()).mean()
        np.testing.assert_allclose(errors[k - 1], 1 - accuracy)


def test_a_copy_is_a_neighbour_and_the_point_itself_is_not(snippet):
    X = np.array([[0.0], [0.1], [5]])
    np.testing.assert_allclose(snippet.leave_one_out_errors(X, np.array([0, 1, 1])), [2 / 3, 1])
    np.testing.assert_array_equal(snippet.leave_one_out_errors(np.zeros((2, 1)), np.array([0, 1])), [1])


def test_with_everyone_else_voting_balanced_classes_are_always_wrong(snippet):
    # the point's own class is the smaller one among the others
    rng = np.random.default_rng(1)
    assert snippet.leave_one_out_errors(rng.normal(size=(10, 2)), np.arange(10) % 2)[-1] == 1
    assert snippet.errors[-1] == 1 and snippet.errors[8] < snippet.errors[0]
