import numpy as np


def test_crossings_by_counting(snippet):
    rng = np.random.default_rng(3)
    user, day = rng.integers(6, size=60), rng.integers(20, size=60)
    for _ in range(20):
        order = rng.permutation(60)
        train, test = order[:35], order[35:50]
        first = min(day[i] for i in test)
        future = sum(day[i] > first for i in train) / 35
        known = sum(user[i] in {user[j] for j in train} for i in test) / 15
        np.testing.assert_allclose(snippet.crossings(train, test, user, day), (future, known))


def test_new_users_later(snippet):
    rng = np.random.default_rng(4)
    user, day = rng.integers(6, size=300), rng.integers(20, size=300)
    train, test = snippet.new_users_later(user, day, [1, 4], start=12, gap=3)
    expected_test = [i for i in range(300) if user[i] in (1, 4) and day[i] >= 12]
    expected_train = [i for i in range(300) if user[i] not in (1, 4) and day[i] <= 8]
    assert test.tolist() == expected_test and train.tolist() == expected_train
    assert 12 in day[test] and 8 in day[train]  # the boundaries occur


def test_the_data(snippet):
    assert (np.diff(snippet.day) >= 0).all() and snippet.day.max() == 364 and snippet.day.min() == 0
    assert set(snippet.user) == set(range(50)) and len(snippet.day) == len(snippet.user) == 2000


def test_the_split_by_both_has_a_gap_and_rows_on_both_sides(snippet):
    (train, test) = snippet.by_both[0]
    assert snippet.day[test].min() >= 270 and snippet.day[train].max() < 240
    assert set(snippet.user[test]) == set(range(10)) and min(snippet.user[train]) == 10
    assert snippet.day[train].max() == 239 and snippet.day[test].min() == 270  # no day is wasted
    assert len(test) > 50 and len(train) > 500


def test_the_gap_by_rows(snippet):
    assert len(snippet.by_time) == 5
    assert all(test[0] - train[-1] == 101 for train, test in snippet.by_time)


def test_each_usual_splitter_closes_one_door(snippet):
    rows = [line.split()[-2:] for line in snippet.printed.splitlines()[1:]]
    assert rows == [["100%", "0%"], ["0%", "100%"], ["0%", "0%"]]
