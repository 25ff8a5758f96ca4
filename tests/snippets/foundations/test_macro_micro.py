import numpy as np
import pytest
from sklearn.metrics import balanced_accuracy_score, f1_score, precision_recall_fscore_support

MATRICES = [np.array([[5, 2, 1], [3, 9, 4], [6, 1, 2]]), np.array([[890, 5, 5], [60, 20, 0], [10, 0, 10]])]


def labels(matrix):
    true, predicted = np.indices(matrix.shape)
    return np.repeat(true.ravel(), matrix.ravel()), np.repeat(predicted.ravel(), matrix.ravel())


@pytest.mark.parametrize("matrix", MATRICES)
def test_scores_are_scikit_learns(snippet, matrix):
    y, predicted = labels(matrix)
    ours, expected = snippet.per_class(matrix), precision_recall_fscore_support(y, predicted)
    np.testing.assert_allclose(ours, expected[:3])
    micro = f1_score(y, predicted, average="micro")
    assert snippet.micro_f1(matrix) == pytest.approx(micro) == pytest.approx((y == predicted).mean())
    p, r = expected[0].mean(), expected[1].mean()
    assert snippet.f1_of_means(matrix) == pytest.approx(2 / (1 / p + 1 / r))


def test_printed_averages(snippet):
    y, predicted = labels(snippet.matrix)
    values = [float(line.split()[-1]) for line in snippet.printed.splitlines()[4:]]
    expected = [
        (y == predicted).mean(),
        f1_score(y, predicted, average="micro"),
        f1_score(y, predicted, average="weighted"),
        f1_score(y, predicted, average="macro"),
        snippet.f1_of_means(snippet.matrix),
        balanced_accuracy_score(y, predicted),
    ]
    np.testing.assert_allclose(values, expected, atol=5.1e-4)
    np.testing.assert_allclose(snippet.share, np.bincount(y) / len(y))


def test_the_f1_of_means_is_never_the_smaller_one(snippet):
    # the harmonic mean is concave
    rng = np.random.default_rng(1)
    for _ in range(100):
        matrix = rng.integers(1, 30, (4, 4))
        assert snippet.f1_of_means(matrix) >= snippet.per_class(matrix)[2].mean() - 1e-12
