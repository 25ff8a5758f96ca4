import heapq

import numpy as np


def waits_by_events(gaps, service):
    now, free, out = 0.0, 0.0, []
    events = []
    for k, gap in enumerate(gaps):
        now += gap
        heapq.heappush(events, (now, k))
    while events:
        when, k = heapq.heappop(events)
        start = max(when, free)
        out.append(start - when)
        free = start + service[k]
    return np.array(out)


def test_lindley_agrees_with_an_event_simulation(snippet):
    rng = np.random.default_rng(3)
    for load in (0.2, 0.9, 1.5):
        gaps, service = rng.exponential(1, 400), rng.gamma(2, load / 2, 400)
        np.testing.assert_allclose(snippet.simulated_waits(gaps, service), waits_by_events(gaps, service), atol=1e-9)


def test_formulas_agree_with_the_stationary_distribution(snippet):
    for rho in (0.1, 0.6, 0.85):
        k = np.arange(2000)
        pi = (1 - rho) * rho**k  # jobs in the system that an arrival finds; each takes 1
        np.testing.assert_allclose(snippet.wait_in_queue(rho), np.sum(pi * k))
        np.testing.assert_allclose(snippet.time_in_system(rho), np.sum(pi * (k + 1)))


def test_time_in_system_is_exponential(snippet):
    rng = np.random.default_rng(8)
    n, rho = 400_000, 0.6
    service = rng.exponential(1, n)
    total = snippet.simulated_waits(rng.exponential(1 / rho, n), service) + service
    for q in (0.5, 0.9, 0.99, 0.999):  # correlated draws: a few per cent at the far end
        np.testing.assert_allclose(np.quantile(total, q), snippet.quantile_in_system(rho, q), rtol=0.08)
    np.testing.assert_allclose(snippet.quantile_in_system(0.0, 1 - np.exp(-3.0)), 3)


def test_the_run_agrees_with_the_theory(snippet):
    assert abs(snippet.waits.mean() - 4) < 4 * 0.045  # se of the mean of a million correlated waits
    np.testing.assert_allclose(snippet.service.mean(), 1, atol=0.005)
    np.testing.assert_allclose(np.mean(snippet.waits > 1e-9), 0.8, atol=0.005)  # 1 - ρ find it idle
    np.testing.assert_allclose(np.quantile(snippet.total, 0.99), np.log(100) / 0.2, rtol=0.05)
    np.testing.assert_array_equal(snippet.total, snippet.waits + snippet.service)


def test_the_picture(snippet):
    p99, mean = snippet.figures[0].axes[0].lines
    rho = np.arange(97) / 100
    np.testing.assert_allclose(p99.get_xdata(), rho, atol=1e-12)
    np.testing.assert_allclose(p99.get_ydata(), np.log(100) / (1 - rho))
    np.testing.assert_allclose(mean.get_ydata(), 1 / (1 - rho))
    axes = snippet.figures[0].axes[0]
    assert axes.get_xlabel() == "utilisation" and "service times" in axes.get_ylabel()
    assert [t.get_text() for t in axes.get_legend().get_texts()] == ["p99", "mean"]
