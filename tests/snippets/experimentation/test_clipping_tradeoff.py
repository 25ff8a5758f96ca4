import numpy as np
import pytest

PROPENSITY = np.array([0.02, 0.1, 0.5, 0.25])
REWARD = np.array([0.6, 0.3, 0.2, 0.9])


@pytest.mark.parametrize("clip", [3.0, 15.0, 1e9])
def test_moments_agree_with_simulation(snippet, clip):
    rng, reps, rows = np.random.default_rng(int(clip) % 97), 4_000, 200
    x = rng.integers(0, 4, (reps, rows))
    taken = rng.random((reps, rows)) < PROPENSITY[x]
    r = rng.random((reps, rows)) < REWARD[x]
    estimate = (taken * r * np.minimum(1 / PROPENSITY[x], clip)).mean(1)
    bias, sd = snippet.clipped_moments(clip, PROPENSITY, REWARD, rows)
    assert abs(estimate.mean() - REWARD.mean() - bias) < 5 * sd / np.sqrt(reps)  # five standard errors
    assert estimate.std() == pytest.approx(sd, rel=0.08)  # 1/sqrt(8000) is 0.011; heavy tails need more


def test_moments_agree_with_brute_force(snippet):
    for clip in (1.5, 7.0, 40.0, 1e9):
        outcomes, chances = [], []
        for p, q in zip(PROPENSITY, REWARD, strict=True):
            outcomes += [min(1 / p, clip), 0.0]
            chances += [p * q / 4, (1 - p * q) / 4]
        mean = np.dot(outcomes, chances)
        variance = np.dot((np.array(outcomes) - mean) ** 2, chances)
        bias, sd = snippet.clipped_moments(clip, PROPENSITY, REWARD, 50)
        assert bias == pytest.approx(mean - REWARD.mean(), abs=1e-12)
        assert sd == pytest.approx(np.sqrt(variance / 50))
    assert bias == pytest.approx(0, abs=1e-12)  # without a clip


def test_printed_single_action_and_best_clip(snippet):
    assert "clip at 100: mean 0.300, sd 0.173" in snippet.printed  # sqrt((0.3 * 100 - 0.09) / 1000)
    assert "clip at  20: mean 0.060, sd 0.035" in snippet.printed  # 0.01 * 0.3 * 20; sqrt((1.2 - 0.0036) / 1000)
    assert np.sqrt((30 - 0.09) / 1000) == pytest.approx(0.173, abs=5e-4)
    assert np.sqrt((1.2 - 0.0036) / 1000) == pytest.approx(0.035, abs=5e-4)


def test_picture_has_errors_and_bias_and_the_best_clip_grows_with_the_rows(snippet):
    few, many, bias = snippet.figures[0].axes[0].lines
    clips = few.get_xdata()
    np.testing.assert_allclose(clips, np.geomspace(2, 500, 200))
    p, q = np.geomspace(0.002, 0.5, 30), np.linspace(0.5, 0.1, 30)
    for i in (0, 60, 150, 199):
        w = np.minimum(1 / p, clips[i])
        mean = np.mean(p * q * w)
        second = np.mean(p * q * w * w)
        assert bias.get_ydata()[i] == pytest.approx(q.mean() - mean, abs=1e-12)
        for line, rows in ((few, 300), (many, 30_000)):
            assert line.get_ydata()[i] ** 2 == pytest.approx((q.mean() - mean) ** 2 + (second - mean**2) / rows)
    assert few.get_ydata().argmin() < many.get_ydata().argmin() < 199
