import numpy as np
from sklearn.model_selection import GroupKFold, KFold


def test_the_rows_of_a_patient_are_near_and_share_a_label(snippet):
    x, y, patient = snippet.patients(4, np.random.default_rng(3), count=50)
    assert x.shape == (200, 5) and np.bincount(patient).tolist() == [4] * 50
    assert np.bincount(y[::4]).tolist() == [25, 25] and (y.reshape(50, 4) == y[::4, None]).all()
    groups = x.reshape(50, 4, 5)
    within, between = groups.std(axis=1, ddof=1), groups.mean(axis=1).std(axis=0)
    np.testing.assert_allclose(np.sqrt((within**2).mean()), 0.2, rtol=0.15)  # 750 degrees of freedom: 2.6 %
    np.testing.assert_allclose(between.mean(), 1, rtol=0.25)  # 5 × 50 values: 4.5 %


def test_the_default_is_a_hundred_patients(snippet):
    assert snippet.patients(2, np.random.default_rng(0))[2].max() == 99


def test_the_accuracy_is_that_of_the_nearest_neighbour(snippet):
    x, y, patient = snippet.patients(3, np.random.default_rng(5), count=20)
    for splits in (
        list(KFold(4, shuffle=True, random_state=1).split(x)),
        list(GroupKFold(4).split(x, groups=patient)),
    ):
        scores = []
        for train, test in splits:
            distances = ((x[test][:, None] - x[train]) ** 2).sum(axis=2)
            scores.append((y[train][distances.argmin(axis=1)] == y[test]).mean())
        np.testing.assert_allclose(snippet.accuracy(x, y, splits), np.mean(scores))


def test_only_the_split_by_patient_sees_that_there_is_nothing_to_learn(snippet):
    rows = np.array([line.split() for line in snippet.printed.splitlines()[1:]], float)
    assert rows[:, 0].tolist() == [1, 2, 5, 10]
    assert (abs(rows[:, 2] - 0.5) < 0.15).all()  # 100 patients: standard error 0.05
    assert abs(rows[0, 1] - 0.5) < 0.15  # one row each: nothing leaks
    assert (rows[1:, 1] > 0.85).all()
