import numpy as np
import pytest
from sklearn.metrics import f1_score, fbeta_score


def test_of_hard_predictions_it_is_one_minus_f1_and_with_other_weights_f_beta(snippet):
    rng = np.random.default_rng(2)
    for _ in range(20):
        y, p = rng.integers(0, 2, (2, 30))
        assert snippet.tversky_loss(p, y) == pytest.approx(1 - f1_score(y, p))
        # F-beta = hit / (hit + miss * beta² / (1 + beta²) + excess / (1 + beta²))
        assert snippet.tversky_loss(p, y, 0.2, 0.8) == pytest.approx(1 - fbeta_score(y, p, beta=2))


def test_smoothing_is_added_to_both_sides(snippet):
    p, y = np.array([0.2, 0.9, 0.4]), np.array([0.0, 1.0, 1.0])
    hit, total = 1.3, 1.3 + 0.5 * 0.7 + 0.5 * 0.2
    assert snippet.tversky_loss(p, y, smooth=3) == pytest.approx(1 - (hit + 3) / (total + 3))


@pytest.mark.parametrize("certain,doubtful", [(20, 30), (5, 80), (100, 10)])
def test_expected_loss_has_its_minimum_at_0_or_1_never_at_the_chance(snippet, certain, doubtful):
    q = np.linspace(0, 1, 51)
    for chance in (0.1, 0.3, 0.49, 0.51, 0.9):
        loss = [snippet.expected_loss(v, chance, certain, doubtful) for v in q]
        assert q[np.argmin(loss)] == float(chance > 0.5)
        by_hand = [
            1
            - chance * 2 * (certain + doubtful * v) / (2 * certain + doubtful * v + doubtful)
            - (1 - chance) * 2 * certain / (2 * certain + doubtful * v)
            for v in q
        ]
        np.testing.assert_allclose(loss, by_hand)
        rises = np.flatnonzero(np.diff(loss) > 0)
        assert np.array_equal(rises, np.arange(len(rises)))  # up, then down: no inner minimum


def test_the_picture_shows_the_four_chances(snippet):
    lines = snippet.figures[0].axes[0].lines
    for line, chance in zip(lines, (0.3, 0.45, 0.55, 0.7), strict=True):
        x = line.get_xdata()
        assert (x[0], x[-1], len(x)) == (0, 1, 101)
        np.testing.assert_allclose(line.get_ydata(), [snippet.expected_loss(v, chance, 20, 30) for v in x])


def test_an_empty_image_is_judged_by_the_sum_of_its_probabilities(snippet):
    losses = [snippet.tversky_loss(np.full(400, p), 0, smooth=2) for p in (0.3, 0.01, 1e-5)]
    np.testing.assert_allclose(losses, [60 / 62, 2 / 4, 0.002 / 2.002])
