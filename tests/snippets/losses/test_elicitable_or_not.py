import numpy as np
import pytest


def test_the_worst_half_is_its_mean(snippet):
    assert snippet.mean_of_worst_half([9, 1, 5, 2]) == 7
    assert snippet.mean_of_worst_half([3, -4]) == 3


def test_mean_and_quantiles_survive_every_mixture_of_equals(snippet):
    rng = np.random.default_rng(1)
    for _ in range(50):
        first, second = rng.normal(size=(2, 9))
        assert snippet.survives_mixing(np.mean, first - first.mean(), second - second.mean())[0]
        assert snippet.survives_mixing(np.median, first - np.median(first), second - np.median(second))[0]


def test_variance_fails_by_the_squared_distance_of_the_means(snippet):
    first = np.array([-1.0, 1.0])
    for shift in (0.5, 4.0):
        survives, mixed = snippet.survives_mixing(np.var, first, first + shift)
        assert not survives and np.isclose(mixed, 1 + shift**2 / 4)
    assert snippet.survives_mixing(np.var, first, first)[0]


def test_samples_that_differ_are_refused(snippet):
    with pytest.raises(AssertionError):
        snippet.survives_mixing(np.mean, [0, 1], [0, 2])


def test_the_median_case_is_not_trivial(snippet):
    _, first, second = snippet.cases["median"]
    assert np.isclose(np.mean(first), 0.6) and np.isclose(np.mean(second), 5)  # equal in the median alone


def test_printed_verdicts(snippet):
    verdicts = [line.split()[-5:] for line in snippet.printed.splitlines()[1:]]
    assert [row[-1] for row in verdicts] == ["equal", "equal", "alone", "alone"]
    for statistic, first, second in snippet.cases.values():  # one sample is worth as much as the other: same size
        assert len(first) == len(second) and np.isclose(statistic(first), statistic(second))
