import numpy as np
import pytest
import scipy.special
from hypothesis import given
from hypothesis import strategies as st
from sklearn.calibration import calibration_curve


@pytest.mark.parametrize("bins", [1, 4, 10, 15])
def test_bins_agree_with_scikit_learn(snippet, bins):
    rng = np.random.default_rng(5)
    confidence = rng.beta(5, 2, size=3000)
    correct = rng.random(3000) < 0.65
    accuracy, mean_confidence = calibration_curve(correct, confidence, n_bins=bins)
    count, *found = snippet.bin_statistics(confidence, correct, bins)
    np.testing.assert_allclose(found, [mean_confidence, accuracy])
    np.testing.assert_array_equal(count, [n for n in np.histogram(confidence, bins, (0, 1))[0] if n])
    brute = sum(
        abs(correct[inside].mean() - confidence[inside].mean()) * inside.mean()
        for k in range(bins)
        if (inside := (confidence >= k / bins) & (confidence < (k + 1) / bins)).any()
    )
    assert snippet.ece(confidence, correct, bins) == pytest.approx(brute)
    assert (snippet.ece(confidence, correct) == pytest.approx(brute, rel=1e-9)) == (bins == 10)


def test_full_confidence_belongs_to_the_last_bin(snippet):
    count, confidence, accuracy = snippet.bin_statistics(np.array([1.0, 0.95, 0.0]), np.array([1, 0, 1]))
    assert count.tolist() == [1, 2] and accuracy.tolist() == [1, 0.5]
    np.testing.assert_allclose(confidence, [0, 0.975])
    assert snippet.ece(np.array([1.0, 0.95, 0.0]), np.array([1, 0, 1])) == pytest.approx((1 + 2 * 0.475) / 3)


@given(st.lists(st.floats(-2000, 2000), min_size=3, max_size=3))
def test_softmax_of_any_row(snippet, row):
    z = np.array([row, [0, 0, 0]])
    np.testing.assert_allclose(snippet.softmax(z), scipy.special.softmax(z, axis=1), atol=1e-12)


def test_labels_follow_their_rows_distribution(snippet):
    p = np.array([[0.2, 0.5, 0.3], [0.0, 0.1, 0.9]]).repeat(20_000, axis=0)
    labels = snippet.draw_labels(p, np.random.default_rng(3))
    for rows, expected in ((labels[:20_000], p[0]), (labels[20_000:], p[-1])):
        # the standard error of a share is at most 0.5 / sqrt(20,000) = 0.0035
        np.testing.assert_allclose(np.bincount(rows, minlength=3) / 20_000, expected, atol=0.015)


def test_doubled_logits_are_over_confident_and_the_true_ones_calibrated(snippet):
    p = scipy.special.softmax(snippet.logits, axis=1).max(axis=1)
    assert snippet.logits.shape == (20_000, 4) and snippet.logits.std() == pytest.approx(1.5, abs=0.02)
    # the noise of ECE: eight bins, each with a standard error of about sqrt(p (1 - p) / n)
    assert snippet.ece(p, snippet.correct) < 0.012
    doubled = scipy.special.softmax(2 * snippet.logits, axis=1).max(axis=1)
    assert snippet.ece(doubled, snippet.correct) == pytest.approx((doubled - p).mean(), abs=0.01)
    _, confidence, accuracy = snippet.bin_statistics(doubled, snippet.correct)
    assert (confidence[2:] > accuracy[2:]).all()


def test_the_picture_shows_the_diagonal_and_both_curves(snippet):
    diagonal, calibrated, over_confident = snippet.figures[0].axes[0].lines
    assert diagonal.get_xydata().tolist() == [[0.25, 0.25], [1, 1]]
    for line, scale in ((calibrated, 1), (over_confident, 2)):
        confidence = scipy.special.softmax(scale * snippet.logits, axis=1).max(axis=1)
        accuracy, mean_confidence = calibration_curve(snippet.correct, confidence, n_bins=10)
        np.testing.assert_allclose(line.get_xydata(), np.transpose([mean_confidence, accuracy]))


def test_where_all_gaps_have_one_sign_the_bins_do_not_matter(snippet):
    rng = np.random.default_rng(2)
    confidence = rng.uniform(0.5, 1, size=20_000)
    correct = rng.random(20_000) < confidence - 0.3
    for bins in (1, 5, 20):
        assert snippet.ece(confidence, correct, bins) == pytest.approx(confidence.mean() - correct.mean())
