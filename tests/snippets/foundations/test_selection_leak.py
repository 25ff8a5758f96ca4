import numpy as np
from sklearn.feature_selection import SelectKBest
from sklearn.model_selection import StratifiedKFold
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler


def by_hand(x, y, k, leak):
    def best(rows):
        a, b = x[rows][y[rows] == 0], x[rows][y[rows] == 1]
        t = abs(a.mean(0) - b.mean(0)) / np.sqrt(((a - a.mean(0)) ** 2).sum(0) + ((b - b.mean(0)) ** 2).sum(0))
        return np.argsort(t)[-k:]

    scores = []
    for train, test in StratifiedKFold(5).split(x, y):
        columns = best(np.arange(len(y)) if leak else train)
        model = KNeighborsClassifier().fit(x[np.ix_(train, columns)], y[train])
        scores.append(model.score(x[np.ix_(test, columns)], y[test]))
    return np.mean(scores)


def test_both_scores_are_cross_validation_with_the_selection_where_the_name_says(snippet):
    x, y = snippet.noise(99, 300)
    step = SelectKBest(k=7)
    np.testing.assert_allclose(snippet.before_the_split(step, x, y), by_hand(x, y, 7, leak=True))
    np.testing.assert_allclose(snippet.inside_each_fold(step, x, y), by_hand(x, y, 7, leak=False))


def test_the_labels_are_balanced_and_unrelated_to_the_features(snippet):
    x, y = snippet.noise(3, 500)
    assert x.shape == (60, 500) and y.sum() == 30 and set(y) == {0, 1}
    assert abs(x.mean()) < 0.03 and abs(x.std() - 1) < 0.03  # 30,000 draws: 0.006
    difference = x[y == 1].mean(0) - x[y == 0].mean(0)
    assert abs(difference.std() - np.sqrt(2 / 30)) < 0.03  # pure sampling noise


def test_accuracies_are_means_over_the_first_eight_seeds(snippet):
    step = StandardScaler()
    expected = [
        np.mean([how(step, *snippet.noise(seed, 4)) for seed in range(8)])
        for how in (snippet.before_the_split, snippet.inside_each_fold)
    ]
    np.testing.assert_allclose(snippet.accuracies(step, 4), expected)


def test_only_the_step_that_sees_labels_inflates(snippet):
    rows = [line.split()[-2:] for line in snippet.printed.splitlines()[1:]]
    (outside, inside), (scaled_outside, scaled_inside) = np.array(rows, float)
    assert snippet.selection.k == 20
    assert outside > 0.8 and abs(inside - 0.5) < 0.1  # 480 labels: standard error 0.023
    assert abs(scaled_outside - 0.5) < 0.1 and abs(scaled_outside - scaled_inside) < 0.05
