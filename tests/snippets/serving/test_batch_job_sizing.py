import numpy as np
from hypothesis import given
from hypothesis import strategies as st


def test_workers_needed_is_the_smallest_number_that_makes_it(snippet):
    for rows, hours, speed, repeated, usable in (
        (1_000_000, 1, 10, 0.0, 1.0),
        (3_333_333, 2.5, 77, 0.1, 0.6),
        (100, 1, 500, 0.0, 1.0),
    ):
        workers = snippet.workers_needed(rows, hours, speed, repeated, usable)
        seconds = hours * 60 * 60 * usable
        work = rows + repeated * rows
        assert workers * speed * seconds >= work > (workers - 1) * speed * seconds
    assert snippet.workers_needed(36_000, 1, 1) == 10  # defaults: nothing repeated, the whole window


def test_equal_split_waits_for_the_slowest(snippet):
    assert snippet.equal_split(1200, [10, 20, 5]) == 400 / 5
    assert snippet.equal_split(1200, [10, 10, 10]) == 40


def by_scan(rows, speeds, chunks):
    busy, size = [0.0] * len(speeds), rows / chunks
    for _ in range(chunks):
        k = min(range(len(speeds)), key=lambda j: (busy[j], 1 / speeds[j]))
        busy[k] += size / speeds[k]
    return max(busy)


@given(st.lists(st.integers(1, 50), min_size=1, max_size=6), st.integers(1, 60))
def test_pulling_agrees_with_a_scan_and_with_its_bounds(snippet, speeds, chunks):
    rows = 977
    end = snippet.pull_chunks(rows, speeds, chunks)
    np.testing.assert_allclose(end, by_scan(rows, speeds, chunks))
    assert rows / sum(speeds) <= end * (1 + 1e-12)
    assert end <= rows / sum(speeds) + rows / chunks / min(speeds) + 1e-9  # at most one slow chunk too late


def test_a_slow_worker_breaks_the_equal_split_alone(snippet):
    healthy, slow = [500] * 18, [500] * 17 + [250]
    total = 1.02e8
    limit = 4 * 3600
    assert snippet.equal_split(total, healthy) < 0.8 * limit
    assert snippet.equal_split(total, slow) > limit
    assert snippet.pull_chunks(total, slow, 2000) < 0.85 * limit
    assert snippet.speeds == slow and snippet.workers == 18
    assert "needed: 6,945 rows/s" in snippet.printed
    assert snippet.pulled == snippet.pull_chunks(total, slow, 2000)
