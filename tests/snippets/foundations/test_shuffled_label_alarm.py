import numpy as np
import pytest
from sklearn.model_selection import KFold


def nearest_neighbour(x, y):
    scores = []
    for train, test in KFold(5, shuffle=True, random_state=0).split(x):
        d = ((x[test][:, None] - x[train]) ** 2).sum(2)
        scores.append((y[train][d.argmin(1)] == y[test]).mean())
    return np.mean(scores)


def test_held_out_accuracy_is_cross_validated_one_nearest_neighbour(snippet):
    rng = np.random.default_rng(8)
    x, y = rng.standard_normal((40, 3)), rng.integers(2, size=40)
    np.testing.assert_allclose(snippet.held_out_accuracy(x, y), nearest_neighbour(x, y))


def test_the_leaks(snippet):
    rng = np.random.default_rng(9)
    x, y = rng.standard_normal((30, 50)), np.arange(30) % 2
    copies, labels = snippet.duplicated(x, y)
    np.testing.assert_array_equal(copies.reshape(3, 30, 5), np.stack([x[:, :5]] * 3))
    np.testing.assert_array_equal(labels.reshape(3, 30), np.stack([y] * 3))
    chosen, same = snippet.selected(x, y)
    a, b = x[y == 0], x[y == 1]
    t = abs(a.mean(0) - b.mean(0)) / np.sqrt(a.var(0) + b.var(0))
    np.testing.assert_array_equal(chosen, x[:, np.sort(np.argsort(t)[-20:])])
    assert same is y


@pytest.mark.parametrize("name", ["duplicated", "selected"])
def test_the_three_scores(snippet, name):
    leak, seed = getattr(snippet, name), 123
    rng = np.random.default_rng(seed)
    x, y = rng.standard_normal((100, 1000)), rng.permutation(100) % 2
    leaky_x, leaky_y = leak(x, y)
    first = leak(x, rng.permutation(y)) if name == "selected" else (leaky_x, rng.permutation(leaky_y))
    late = leaky_x, rng.permutation(leaky_y)
    expected = [snippet.held_out_accuracy(*data) for data in ((leaky_x, leaky_y), first, late)]
    np.testing.assert_allclose(snippet.scores(leak, seed), expected)


def test_the_alarm_hears_the_selection_only_and_only_if_shuffled_first(snippet):
    rows = [line.split()[-3:] for line in snippet.printed.splitlines()[1:]]
    duplicates, selection = np.array(rows, float)
    # 1500 and 500 labels, folds and copies dependent: a generous three standard errors
    assert duplicates[0] > 0.95 and abs(duplicates[1:] - 0.5).max() < 0.08
    assert selection[:2].min() > 0.58 and abs(selection[2] - 0.5) < 0.08
