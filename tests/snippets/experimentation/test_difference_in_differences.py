import numpy as np
import pytest
import statsmodels.api as sm


def test_change_is_later_mean_minus_earlier_mean_per_unit(snippet):
    y = np.random.default_rng(1).normal(size=(2, 3, 10))
    for split, end in ((4, None), (3, 7)):
        got = snippet.change(y, split, end)
        for i in range(2):
            for j in range(3):
                series = list(y[i, j])
                expected = np.mean(series[split:end]) - np.mean(series[:split])
                assert got[i, j] == pytest.approx(expected)


def test_panel_has_the_stated_means(snippet):
    runs, gap = 2_000, 0.2
    y = snippet.panel(np.random.default_rng(2), runs, gap)
    assert y.shape == (2, runs, 20, 24)
    between = (y[0] - y[1]).mean(1)  # shocks of the week are shared and cancel: (runs, weeks)
    weeks = np.arange(24)
    error = between.std(0) / np.sqrt(runs)
    assert (np.abs(between.mean(0) - (3 + gap * weeks + (weeks >= 12))) < 5 * error).all()
    control = y[1].mean(1)
    assert (np.abs(control.mean(0) - 0.1 * weeks) < 5 * control.std(0) / np.sqrt(runs)).all()
    own = y[1] - control[:, None]  # what is left of a unit: innovations of variance 1, fading by 0.7
    step = own[..., 1:] - 0.7 * own[..., :-1]
    assert step.var() == pytest.approx(19 / 20, rel=5 * np.sqrt(2 / step.size))
    assert own[..., 0].var() == pytest.approx(19 / 20, rel=5 * np.sqrt(2 / own[..., 0].size))
    # shared shocks: a random walk of unit steps, on top of 1/20 of the units' noise
    assert np.diff(control - control.mean(0))[:, 0].var() == pytest.approx(1 + (1 + 0.3**2) / 20, rel=0.2)


def test_p_value_by_row_agrees_with_dummies_for_units_and_weeks(snippet):
    y = snippet.panel(np.random.default_rng(3), 2, 0.0)
    y[0, ..., 12:] -= 0.9
    units, weeks = 40, 24
    unit, week = np.repeat(np.arange(units), weeks), np.tile(np.arange(weeks), units)
    dummies = [unit[:, None] == np.arange(units), week[:, None] == np.arange(1, weeks)]
    design = np.column_stack([*dummies, (unit < 20) & (week >= 12)]).astype(float)
    for run, p in enumerate(snippet.p_value_by_row(y)):
        oracle = sm.OLS(y[:, run].reshape(-1), design).fit()
        assert p == pytest.approx(oracle.pvalues[-1], rel=1e-6)


def test_printed_bias_is_the_gap_times_the_distance_of_the_periods(snippet):
    rows = [[float(w) for w in line.split()] for line in snippet.printed.splitlines()[2:4]]
    for gap, before_after, after, did, placebo in rows:
        # 500 panels; standard errors: DiD below 0.02, before/after 0.17 (shared shocks), printed rounding 0.05
        assert did == pytest.approx(1 + 12 * gap, abs=0.15)
        assert placebo == pytest.approx(6 * gap, abs=0.15)
        assert before_after == pytest.approx(1 + 12 * (0.1 + gap), abs=0.9)
        assert after == pytest.approx(3 + 1 + 17.5 * gap, abs=0.2)


def test_false_alarms(snippet):
    rows, units = (float(line.split()[-1].rstrip("%")) for line in snippet.printed.splitlines()[4:])
    assert rows > 25
    assert units == pytest.approx(5, abs=5 * 1.0)  # 500 panels: standard error 1 point
    assert snippet.y.shape == (2, 500, 20, 24)
    between = (snippet.y[0] - snippet.y[1]).mean((0, 1))
    assert abs(between[12:].mean() - between[:12].mean()) < 0.1  # the effect was taken out
