import numpy as np


def brute_online(times, events, period, duration):
    """Runs the jobs one by one and keeps what the store holds."""
    answers = []
    for t in times:
        value = -1
        job = 0
        while job * period + duration <= t:
            value = sum(e <= job * period for e in events) - 1
            job += 1
        answers.append(value)
    return answers


def test_the_store_holds_what_the_last_complete_job_saw(snippet):
    rng = np.random.default_rng(1)
    for period, duration in [(7.0, 2.0), (5.0, 0.0), (3.0, 8.0)]:
        events = np.sort(rng.uniform(0, 60, 25))
        times = np.r_[rng.uniform(duration, 80, 40), period + duration, duration]
        expected = brute_online(times, events, period, duration)
        np.testing.assert_array_equal(snippet.online_read(times, events, period, duration), expected)
        clock = snippet.visible_at(events, period, duration)
        np.testing.assert_array_equal(snippet.as_of(times, clock), expected)


def test_edges_count_as_seen(snippet):
    events = np.array([10.0, 20.0])
    assert snippet.online_read(np.array([12.0, 11.9, 22.0]), events, 10, 2).tolist() == [0, -1, 1]
    np.testing.assert_array_equal(snippet.visible_at(events, 10, 2), [12, 22])
    np.testing.assert_array_equal(snippet.visible_at(np.array([10.5]), 10, 2), [22])
    assert snippet.as_of(np.array([9.9, 10, 25]), events).tolist() == [-1, 0, 1]


def test_the_formula_is_the_mean_over_a_uniform_lag(snippet):
    for rate, period, duration in [(0.1, 5, 0), (0.02, 60, 20), (2.0, 3, 1)]:
        lag = duration + (np.arange(20_000) + 0.5) / 20_000 * period
        assert np.isclose(snippet.behind_share(rate, period, duration), np.mean(1 - np.exp(-rate * lag)), atol=1e-8)


def test_printed_rows(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[1:4]]
    assert [r[0] for r in rows] == ["10", "60", "1440"]
    for row in rows:
        behind, formula, naive, repaired = map(float, row[2:])
        assert abs(behind - formula) <= 0.011  # 50,000 requests, standard error 0.002
        assert abs(behind + naive - 1) < 0.011 and repaired == 1
        lag = 5 + np.linspace(0, float(row[0]), 100_001)
        assert abs(formula - np.mean(1 - np.exp(-lag / 60))) < 0.006
    assert abs(np.diff(snippet.events).mean() - 60) < 1.5  # standard error 0.27
    assert len(snippet.times) == len(snippet.events) == 50_000 and snippet.times.max() < snippet.events[-1]
    assert snippet.printed.rstrip().endswith(f"at least {1 - np.exp(-5 / 60):.3f}")
    assert snippet.behind_share(1 / 60, 0.01, 5) > 1 - np.exp(-5 / 60)  # no period is short enough
