import numpy as np
import pytest


def test_wald_is_two_stage_least_squares(snippet):
    rng = np.random.default_rng(1)
    nudged, uses, y = rng.random(400) < 0.4, rng.random(400) < 0.5, rng.normal(size=400)
    uses |= nudged & (rng.random(400) < 0.5)
    reduced, first, ratio = snippet.wald(nudged, uses, y)
    z = nudged.astype(float)
    assert reduced == pytest.approx(np.polyfit(z, y, 1)[0])
    assert first == pytest.approx(np.polyfit(z, uses.astype(float), 1)[0])
    fitted = np.polyval(np.polyfit(z, uses.astype(float), 1), z)
    assert ratio == pytest.approx(np.polyfit(fitted, y, 1)[0])


@pytest.mark.parametrize("side", [0.0, 0.5])
def test_groups_behave_as_stated(snippet, side):
    n = 200_000
    nudged, uses, y = snippet.simulate(np.random.default_rng(2), n, side)
    assert len(nudged) == len(uses) == len(y) == n
    slack = 5 * 0.5 / np.sqrt(n / 2)  # five standard errors of a share in one half
    assert abs(nudged.mean() - 0.5) < slack
    assert abs(uses[nudged].mean() - 0.5) < slack  # takers and compliers
    assert abs(uses[~nudged].mean() - 0.2) < slack  # takers
    spread = 5 * 2 / np.sqrt(n / 5)
    assert abs(y[~nudged & ~uses].mean()) < spread  # compliers and never-takers
    assert abs(y[~nudged & uses].mean() - 3) < spread  # takers: 2 above, and the effect
    assert abs(y[nudged & ~uses].mean() - side) < spread
    assert abs(y[nudged & uses].mean() - (1 + 2 * 0.2 / 0.5 + side)) < spread
    assert abs(y[~nudged & ~uses].std() - 1) < 5 / np.sqrt(n / 2)


def test_printed_bias_is_the_side_effect_over_the_take_up(snippet):
    assert snippet.y.shape == (1_000_000,)
    for line in snippet.printed.splitlines()[2:]:
        side, naive, by_nudge, take_up, ratio = (float(word) for word in line.split())
        # a million rows: standard errors below 0.004, of the ratio below 0.01; and the printed rounding
        assert naive == pytest.approx(1 + 2 * 0.2 / 0.35 + side * (0.25 / 0.35 - 0.25 / 0.65), abs=0.025)
        assert by_nudge == pytest.approx(0.3 + side, abs=0.025)
        assert take_up == pytest.approx(0.3, abs=0.01)
        assert ratio == pytest.approx(1 + side / 0.3, abs=0.055)
