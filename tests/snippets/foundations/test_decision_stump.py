import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from sklearn.tree import DecisionTreeClassifier


@given(st.integers(0, 200))
def test_no_threshold_of_any_feature_is_better(snippet, seed):
    rng = np.random.default_rng(seed)
    n, d = rng.integers(1, 9), rng.integers(1, 4)
    X = rng.integers(4, size=(n, d)).astype(float)  # many ties
    y, weight = rng.choice([-1, 1], n), rng.uniform(0.1, 1, n)
    stump = snippet.fit_stump(X, y, weight)
    errors = [
        weight[np.where(X[:, j] > t, sign, -sign) != y].sum()
        for j in range(d)
        for t in (-1, 0.5, 1.5, 2.5)
        for sign in (1, -1)
    ]
    np.testing.assert_allclose(stump[0], min(errors), atol=1e-12)
    np.testing.assert_allclose(weight[snippet.predict_stump(stump, X) != y].sum(), stump[0], atol=1e-12)


def test_threshold_in_the_middle_as_in_scikit_learn(snippet):
    rng = np.random.default_rng(3)
    X = rng.normal(size=(30, 2))
    y = np.where(X[:, 1] > 0.2, -1, 1)
    error, feature, threshold, sign = snippet.fit_stump(X, y, np.ones(30))
    tree = DecisionTreeClassifier(max_depth=1).fit(X, y).tree_
    assert (feature, sign) == (tree.feature[0], -1) and abs(error) < 1e-9
    np.testing.assert_allclose(threshold, tree.threshold[0])


def test_neighbouring_floats_are_separated(snippet):
    low = 1 + 2.0**-52
    X = np.array([[low], [np.nextafter(low, 2)]])
    for y in (np.array([-1, 1]), np.array([1, -1])):
        stump = snippet.fit_stump(X, y, np.ones(2))
        assert stump[0] == 0
        np.testing.assert_array_equal(snippet.predict_stump(stump, X), y)


def test_one_class_and_constant_features_give_a_constant(snippet):
    for label in (1, -1):
        stump = snippet.fit_stump(np.array([[1.0], [2]]), np.full(2, label), np.ones(2))
        assert stump[0] == 0 and snippet.predict_stump(stump, np.array([[-9.0], [9]])).tolist() == [label, label]
    error, feature, threshold, sign = snippet.fit_stump(np.ones((3, 1)), np.array([1, -1, 1]), np.ones(3))
    assert (error, feature, threshold, sign) == (1, 0, -np.inf, 1)


def test_a_tie_goes_to_the_first_feature_and_the_lowest_cut(snippet):
    X = np.array([[1.0, 1], [2, 2], [3, 3]])
    assert snippet.fit_stump(X, np.array([1, -1, 1]), np.ones(3)) == (1, 0, -np.inf, 1)


def test_the_weight_moves_the_cut(snippet):
    assert snippet.predict_stump(snippet.stump, snippet.X)[3] == snippet.y[3] == 1  # the last stump printed
    assert set(snippet.y) == {-1, 1} and abs(snippet.heavy.sum() - 1) < 1e-12
    equal = snippet.fit_stump(snippet.X, snippet.y, np.full(6, 1 / 6))
    assert snippet.predict_stump(equal, snippet.X)[3] == -1
