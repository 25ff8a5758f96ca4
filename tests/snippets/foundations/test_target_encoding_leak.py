import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import KFold
from sklearn.preprocessing import TargetEncoder


def data(seed=4, n=300, categories=40):
    rng = np.random.default_rng(seed)
    return rng.integers(categories, size=n), (rng.random(n) < 0.3).astype(float)


def test_the_formula_is_that_of_the_target_encoder(snippet):
    category, y = data()
    wanted = np.arange(45)  # the last ones were never seen: they get the prior
    for alpha in (0.5, 1, 20):
        oracle = TargetEncoder(smooth=alpha, target_type="continuous").fit(category[:, None], y)
        np.testing.assert_allclose(snippet.encode(category, y, wanted, alpha), oracle.transform(wanted[:, None])[:, 0])
    np.testing.assert_allclose(snippet.encode(category, y, wanted, 1)[44], y.mean())
    assert snippet.encode(category, y, np.array([2, 0]), 1).shape == (2,)  # fewer than the categories


def test_a_row_does_not_see_the_labels_of_its_fold(snippet):
    category, y = data()
    encoded = snippet.out_of_fold(category, y, alpha=2)
    for rest, fold in KFold(5, shuffle=True, random_state=0).split(y):
        flipped = y.copy()
        flipped[fold] = 1 - y[fold]
        np.testing.assert_array_equal(snippet.out_of_fold(category, flipped, 2)[fold], encoded[fold])
        for i in fold[:5]:
            same = rest[category[rest] == category[i]]
            expected = (y[same].sum() + 2 * y[rest].mean()) / (len(same) + 2)
            np.testing.assert_allclose(encoded[i], expected)


def test_auc_is_that_of_a_model_fitted_on_the_training_rows(snippet):
    rng = np.random.default_rng(7)
    train, test = rng.standard_normal((80, 2)), rng.standard_normal((60, 2))
    y, y_test = rng.integers(2, size=80), rng.integers(2, size=60)
    model = LogisticRegression().fit(train, y)
    expected = [
        roc_auc_score(y, model.predict_proba(train)[:, 1]),
        roc_auc_score(y_test, model.predict_proba(test)[:, 1]),
    ]
    np.testing.assert_allclose(snippet.auc(train, test, y, y_test), expected)


def test_the_leak_raises_the_training_score_and_lowers_the_test_score(snippet):
    rows = np.array([line.split()[-2:] for line in snippet.printed.splitlines()[1:4]], float)
    alone, leaky, fixed = rows
    assert leaky[0] > alone[0] + 0.05 and leaky[1] < alone[1] - 0.05
    assert abs(fixed - alone).max() < 0.03


def test_the_columns_of_the_table(snippet):
    category, y = snippet.category[:2000], snippet.y[:2000]
    columns = list(snippet.train_columns.values())
    assert not columns[0].any() and len(columns[0]) == 2000
    np.testing.assert_allclose(columns[1], snippet.encode(category, y, category, 1))
    np.testing.assert_allclose(columns[2], snippet.out_of_fold(category, y, 1))
    np.testing.assert_allclose(snippet.served, snippet.encode(category, y, snippet.category[2000:], 1))


def test_leave_one_out_gives_the_label_away(snippet):
    y = snippet.y[:2000]
    for i in (0, 5, 1999):
        np.testing.assert_allclose(snippet.left_out[i], np.delete(y, i).mean())
    assert snippet.left_out[y == 1].max() < snippet.left_out[y == 0].min()
