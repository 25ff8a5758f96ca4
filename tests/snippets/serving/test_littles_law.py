import heapq
import re

import numpy as np


def by_events(arrive, service, key):  # one server; the waiting job with the smallest key goes next
    todo, waiting, done, now = list(range(len(arrive))), [], {}, 0.0
    while todo or waiting:
        if not waiting:
            now = max(now, arrive[todo[0]])
        while todo and arrive[todo[0]] <= now:
            job = todo.pop(0)
            heapq.heappush(waiting, (key(job), job))
        job = heapq.heappop(waiting)[1]
        now += service[job]
        done[job] = now
    return np.array([done[job] for job in range(len(arrive))])


def test_finish_times_agree_with_a_heap_of_waiting_jobs(snippet):
    rng = np.random.default_rng(5)
    for load in (0.3, 0.9, 2.0):
        arrive, service = np.cumsum(rng.exponential(1, 300)), rng.exponential(load, 300)
        cases = {min: lambda j: j, max: lambda j: -j}
        for choose, key in cases.items():
            np.testing.assert_allclose(
                snippet.finish_times(arrive, service, choose), by_events(arrive, service, key), rtol=1e-12
            )
        shortest = snippet.finish_times(arrive, service, lambda w, s=service: min(w, key=s.__getitem__))
        np.testing.assert_allclose(shortest, by_events(arrive, service, lambda j, s=service: s[j]), rtol=1e-12)


def test_simultaneous_arrivals_are_all_in_the_queue(snippet):
    done = snippet.finish_times(np.array([1.0, 1.0, 1.0]), np.array([3.0, 2.0, 1.0]), max)
    np.testing.assert_allclose(done, [7, 4, 2])


def test_mean_in_system_is_the_area_and_littles_law_is_exact_on_a_closed_window(snippet):
    # jobs present: [1, 4] and [2, 3] and [6, 8]: area 3 + 1 + 2 over 8 seconds
    np.testing.assert_allclose(snippet.mean_in_system(np.array([1.0, 2.0, 6.0]), np.array([4.0, 3.0, 8.0])), 6 / 8)
    rng = np.random.default_rng(7)
    arrive = np.cumsum(rng.exponential(1, 500))
    done = arrive + rng.pareto(1.5, 500)  # no queue at all: the law asks nothing of the mechanism
    np.testing.assert_allclose(snippet.mean_in_system(arrive, done), (done - arrive).sum() / done.max())


def test_the_order_changes_the_tail_and_only_shortest_first_changes_the_mean(snippet):
    rows = re.findall(r"(\d+) ms +([\d.]+) +([\d.]+) +(\d+) ms", snippet.printed)
    W, little, L, p99 = np.array(rows, dtype=float).T
    np.testing.assert_array_equal(little, L)
    assert abs(W[0] - 50) < 6 and abs(W[1] - 50) < 6  # 1 / (100 - 80) s; 20,000 correlated draws: se about 3 ms
    assert W[2] < 0.7 * W[0] and p99[1] > 3 * p99[0]
    np.testing.assert_allclose(snippet.rate, 80, rtol=0.03)
