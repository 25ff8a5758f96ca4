import numpy as np
import pytest


def test_estimates_agree_with_loops(snippet):
    a, r = np.array([0, 1, 1, 2]), np.array([1.0, 0.0, 1.0, 0.5])
    target, logging = np.array([0.5, 0.1, 0.4]), np.array([0.2, 0.5, 0.3])
    w = [0.5 / 0.2, 0.1 / 0.5, 0.1 / 0.5, 0.4 / 0.3]
    weighted = w[0] + w[2] + 0.5 * w[3]
    assert snippet.off_policy(a, r, target, logging) == pytest.approx((weighted / 4, weighted / sum(w), sum(w) / 4))


def test_rows_follow_the_policy_and_the_rewards(snippet):
    logging, reward = np.array([0.3, 0.7]), np.array([0.9, 0.2])
    a, r = snippet.log_rows(np.random.default_rng(3), reward, logging, 40_000)
    assert a.shape == r.shape == (40_000,)
    assert abs((a == 0).mean() - 0.3) < 5 * np.sqrt(0.3 * 0.7 / 40_000)  # five standard errors
    for i in (0, 1):
        q = reward[i]
        assert abs(r[a == i].mean() - q) < 5 * np.sqrt(q * (1 - q) / (a == i).sum())


def test_the_unseen_reward_cannot_change_the_log(snippet):
    logs = [
        snippet.log_rows(np.random.default_rng(0), np.array([0.2, 0.4, unseen]), snippet.logging, 5_000)
        for unseen in (0.0, 0.9)
    ]
    for first, second in zip(*logs, strict=True):
        np.testing.assert_array_equal(first, second)


def test_what_is_printed_is_the_covered_part_and_its_bounds(snippet):
    low, high = (line.split() for line in snippet.printed.splitlines()[1:3])
    assert low[2:] == high[2:]
    truths = [float(low[1]), float(high[1])]
    assert snippet.r.shape == (100_000,)
    covered = 0.1 * 0.2 + 0.3 * 0.4
    assert truths == pytest.approx([covered, covered + 0.6 * 0.9], abs=0.005)
    # 100,000 rows: standard error of IPS below 0.002, and the printed rounding
    assert float(low[2]) == pytest.approx(covered, abs=0.012)
    assert float(low[3]) == pytest.approx(covered / 0.4, abs=0.015)
    assert float(low[4]) == pytest.approx(0.4, abs=0.012)
    lower, upper = snippet.ips, snippet.ips + snippet.lost
    assert snippet.lost == pytest.approx(0.6)
    assert lower - 0.01 < min(truths) and max(truths) < upper
