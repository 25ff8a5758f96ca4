import numpy as np
from sklearn.model_selection import KFold, TimeSeriesSplit


def test_a_label_is_the_sum_of_this_day_and_the_next_29(snippet):
    noise = np.random.default_rng(5).standard_normal(100)
    expected = [noise[i : i + 30].sum() for i in range(71)]
    np.testing.assert_allclose(snippet.labels_of(noise), expected)
    assert len(snippet.y) == 3571
    assert repr(snippet.shuffled) == "KFold(n_splits=10, random_state=0, shuffle=True)"


def test_the_prediction_is_the_label_of_the_last_training_day_before(snippet):
    y = np.random.default_rng(1).standard_normal(60)
    for train, test in KFold(4, shuffle=True, random_state=3).split(y):
        for day, value in zip(test, snippet.latest_label(train, test, y), strict=True):
            earlier = [t for t in train if t < day]
            assert value == y[max(earlier) if earlier else min(train)]


def test_the_correlation_pools_all_folds(snippet):
    y = np.random.default_rng(2).standard_normal(90).cumsum()
    splits = list(TimeSeriesSplit(4).split(y))
    guess = np.concatenate([np.full(len(test), y[train[-1]]) for train, test in splits])
    truth = np.concatenate([y[test] for _, test in splits])
    np.testing.assert_allclose(snippet.correlation(y, splits), np.corrcoef(guess, truth)[0, 1])


def test_the_gap_keeps_the_windows_apart(snippet):
    for train, test in snippet.with_gap.split(snippet.y):
        assert train.max() + snippet.WINDOW - 1 < test.min()  # the last day a training label sums up
        assert train.max() + snippet.WINDOW == test.min()  # and no day more is thrown away
        assert len(test) == snippet.WINDOW
    assert snippet.with_gap.get_n_splits() == snippet.in_order.get_n_splits() == 100


def test_scores_are_the_overlap_of_the_windows(snippet):
    # the correlation of labels h days apart is 1 - h / 30; in order, h runs from 1 to 30: mean 0.483
    # shuffled, h is geometric with p = 0.9: mean 1.11, correlation 0.963
    shuffled, in_order, with_gap = (float(line.split()[-1]) for line in snippet.printed.splitlines()[1:])
    assert abs(shuffled - 0.963) < 0.01
    assert abs(in_order - 0.483) < 0.2 and abs(with_gap) < 0.2  # 100 nearly independent folds: 0.1
