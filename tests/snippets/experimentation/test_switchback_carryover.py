import numpy as np
import pytest
from scipy import stats


def test_analysis_is_least_squares_of_block_means(snippet):
    rng = np.random.default_rng(1)
    switch = np.array([[1, 0, 0, 1, 1], [0, 1, 0, 1, 0]], bool)
    on, y = np.repeat(switch, 4, axis=1), rng.normal(size=(2, 20))
    for burn_in in (0, 1, 3):
        slope, p = snippet.analyse(y, on, 4, burn_in)
        for i in range(2):
            means = [y[i, 4 * b + burn_in : 4 * b + 4].mean() for b in range(5)]
            oracle = stats.linregress(switch[i].astype(float), means)
            assert slope[i] == pytest.approx(oracle.slope)
            assert p[i] == pytest.approx(oracle.pvalue)
    slope, p = snippet.analyse(y, on, 4)
    np.testing.assert_array_equal(snippet.analyse(y, on, 4, 0), (slope, p))


def test_effect_acts_now_and_an_hour_later(snippet):
    on = np.array([[True, False, False, True, True], [False, True, True, False, True]])
    np.testing.assert_allclose(snippet.effect(on), [[2, 1, 0, 1, 2], [0, 1, 2, 1, 1]])


def test_schedule_switches_blocks_by_a_fair_coin(snippet):
    on = snippet.schedule(np.random.default_rng(2), 2_000, 8)
    assert on.shape == (2_000, 480) and on.dtype == bool
    blocks = on.reshape(2_000, 60, 8)
    assert (blocks == blocks[:, :, :1]).all()
    n = 2_000 * 60
    assert abs(on.mean() - 0.5) < 5 * 0.5 / np.sqrt(n)  # five standard errors
    agree = (blocks[:, 1:, 0] == blocks[:, :-1, 0]).mean()
    assert abs(agree - 0.5) < 5 * 0.5 / np.sqrt(n)


def test_demand_shocks_fade_by_a_fifth(snippet):
    y = snippet.demand(np.random.default_rng(3), 400)
    assert y.shape == (400, 480)
    step = y[:, 1:] - 0.8 * y[:, :-1]
    # 191,600 independent standard normal innovations
    assert abs(step.mean()) < 5 / np.sqrt(step.size)
    assert step.std() == pytest.approx(1, rel=5 / np.sqrt(2 * step.size))
    assert abs((step[:, 1:] * step[:, :-1]).mean()) < 5 / np.sqrt(step.size)
    assert y[:, 0].std() == pytest.approx(1, rel=5 / np.sqrt(800))


def test_printed_estimates_and_alarms(snippet):
    rows = [
        line.replace("(", " ").replace(")", " ").replace("%", " ").split() for line in snippet.printed.splitlines()[2:]
    ]
    for row in rows:
        block = int(row[0])
        # the hour before has the same state in all but the first hour of a block
        assert float(row[2]) == pytest.approx(1 + (block - 1) / block, abs=5 * 0.5 / np.sqrt(1_000) + 0.005)
        if block > 1:
            assert float(row[3]) == pytest.approx(2, abs=5 * 0.5 / np.sqrt(1_000) + 0.005)
        hours, blocks = float(row[-2]), float(row[-1])
        assert blocks == pytest.approx(5, abs=5 * 0.7)  # 1000 runs: standard error 0.7 points
        assert hours > 30 or block == 1
    assert float(rows[1][4]) < float(rows[2][4])  # fewer blocks, wider spread
    assert snippet.noise.shape == (1_000, 480)
