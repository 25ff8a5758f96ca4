import numpy as np
import pytest
from scipy.integrate import quad
from scipy.optimize import brentq
from sklearn.calibration import calibration_curve


@pytest.mark.parametrize("bins", [3, 10, 25])
def test_ece_agrees_with_scikit_learns_bins(snippet, bins):
    rng = np.random.default_rng(8)
    c = np.append(rng.uniform(0.2, 1, size=999), 1.0)
    correct = rng.random(1000) < 0.7
    accuracy, confidence = calibration_curve(correct, c, n_bins=bins)
    weights = [n for n in np.histogram(c, bins, (0, 1))[0] if n]
    assert snippet.ece(c, correct, bins) == pytest.approx(np.average(abs(accuracy - confidence), weights=weights))


def test_full_confidence_shares_the_last_bin(snippet):
    confidence, correct = np.array([1.0, 0.95, 0.95]), np.array([0, 1, 1])
    assert snippet.ece(confidence, correct, 10) == pytest.approx((1 - 2 * 0.05) / 3)
    assert snippet.ece(np.array([0.95, 0.85]), np.array([0, 1]), 10) == pytest.approx((0.95 + 0.15) / 2)


@pytest.mark.parametrize(("n", "bins"), [(200, 10), (1000, 20), (3000, 50)])
def test_bias_of_a_calibrated_model_is_the_noise_of_the_bins(snippet, n, bins):
    edges = np.arange(0.5, 1, 1 / bins)
    middles = edges + 0.5 / bins
    # a bin's gap is about normal with variance p (1 - p) / size, and E|gap| = sqrt(2 / pi) sd
    size = n / len(edges)
    expected = np.sqrt(2 / np.pi * middles * (1 - middles) / size).mean()
    assert snippet.mean_ece(snippet.calibrated, n, bins) == pytest.approx(expected, rel=0.08)


def true_error_of_the_wave():
    """Nine half-waves of mean 0.2 / pi; in the tenth the accuracy would exceed 1 and is 1 instead."""
    start = brentq(lambda u: u + 0.1 * np.sin(20 * np.pi * u) - 0.05, 0, 0.02)  # above 0.95
    rising = quad(lambda u: 0.1 * np.sin(20 * np.pi * u), 0, start)[0]
    return 0.9 * 0.2 / np.pi + (rising + (0.05 - start) ** 2 / 2) / 0.5


def test_the_wave_is_worth_two_tenths_over_pi_and_cancels_in_bins_of_its_period(snippet):
    c = np.linspace(0.5, 0.95, 450_001)
    gap = c - snippet.wavy(c)
    assert abs(gap).mean() == pytest.approx(0.2 / np.pi, abs=1e-5) and abs(gap).max() == pytest.approx(0.1)
    assert gap[c < 0.6].mean() == pytest.approx(0, abs=1e-5) and abs(gap[c < 0.55].mean()) > 0.06
    assert (snippet.wavy(np.linspace(0.96, 0.999, 50)) == 1).all()
    hidden, seen = (snippet.mean_ece(snippet.wavy, 5000, bins, repeats=20) for bins in (10, 20))
    assert hidden < 0.016 and seen == pytest.approx(true_error_of_the_wave(), abs=0.004)


def test_more_examples_lower_the_bias_and_more_bins_raise_it(snippet):
    lines = snippet.printed.splitlines()
    table = np.array([line.split()[1:] for line in lines[2:5]], float)
    assert (np.diff(table, axis=0) < 0).all() and (np.diff(table, axis=1) > 0).all()
    assert [line.split()[0] for line in lines[2:5]] == ["200", "1000", "5000"]
    assert f"true error {true_error_of_the_wave():.3f}" in lines[5]
