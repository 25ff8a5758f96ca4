import numpy as np
import pytest


def brute_force(confidence, correct, bins):
    plain = debiased = total = 0
    for k in range(bins):
        inside = (confidence >= k / bins) & ((confidence < (k + 1) / bins) | (k == bins - 1))
        n = inside.sum()
        if n > 1:
            errors = confidence[inside] - correct[inside]
            gap = errors.mean()
            plain += n * gap**2
            debiased += n * (gap**2 - errors.var(ddof=1) / n)
            total += n
    return plain / total, debiased / total


@pytest.mark.parametrize("bins", [3, 10, 40])
def test_both_estimates_against_brute_force(snippet, bins):
    rng = np.random.default_rng(3)
    confidence = np.append(rng.uniform(0.1, 1, size=60), [1.0, 0.05])
    correct = rng.random(62) < 0.6
    found = snippet.squared_error_of_bins(confidence, correct, bins)
    np.testing.assert_allclose(found, brute_force(confidence, correct, bins))
    if bins == 10:
        assert found == snippet.squared_error_of_bins(confidence, correct)


@pytest.mark.parametrize("offset", [0, 0.05])
def test_the_debiased_mean_is_the_true_value_and_the_plain_one_is_above(snippet, offset):
    plain, debiased = snippet.mean_estimates(offset, n=200, repeats=2000)
    # one estimate has a standard deviation of about 0.003, the mean of 2000 one of 0.0001
    assert debiased == pytest.approx(offset**2, abs=0.0005)
    assert plain > offset**2 + 0.003


def test_confidences_that_differ_within_a_bin_leave_no_bias(snippet):
    """One bin from 0.5 to 1: with the variance of the accuracy alone the mean would be -1 / 48 / n."""
    rng = np.random.default_rng(5)
    confidence = rng.uniform(0.5, 1, size=(20_000, 20))
    correct = rng.random(confidence.shape) < confidence
    found = [snippet.squared_error_of_bins(*pair, bins=1)[1] for pair in zip(confidence, correct, strict=True)]
    assert abs(np.mean(found)) < 3 * np.std(found) / np.sqrt(len(found)) < 1 / 48 / 20 / 2


def test_the_bias_falls_like_one_over_n(snippet):
    few, many = (snippet.mean_estimates(0, n)[0] for n in (100, 1000))
    assert few / many == pytest.approx(10, rel=0.15)
    assert many == pytest.approx(np.mean([p * (1 - p) for p in (0.55, 0.65, 0.75, 0.85, 0.95)]) / 200, rel=0.05)


def test_what_is_printed(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[1:]]
    assert [row[:2] for row in rows] == [["0.000", "100"], ["0.000", "1000"], ["0.010", "100"], ["0.010", "1000"]]
    assert all(row[0] == row[3] != row[2] for row in rows)
