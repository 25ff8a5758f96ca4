import numpy as np
import pytest


def served_by_clock(batch, overhead, unit, horizon):
    done, now = 0, 0.0
    while (now := now + overhead + sum(unit for _ in range(batch))) <= horizon:
        done += batch
    return done / horizon


@pytest.mark.parametrize("batch, overhead, unit", [(1, 3.0, 2.0), (7, 0.4, 0.3), (40, 11.0, 0.05)])
def test_throughput_is_what_a_server_with_full_batches_completes(snippet, batch, overhead, unit):
    horizon = 2000 * (overhead + batch * unit)
    assert snippet.throughput(batch, overhead, unit) == pytest.approx(
        served_by_clock(batch, overhead, unit, horizon), rel=1e-3
    )
    assert snippet.batch_time(batch, overhead, unit) == pytest.approx(batch / snippet.throughput(batch, overhead, unit))


def test_half_of_the_limit_is_reached_where_both_costs_are_equal(snippet):
    for overhead, unit in ((10, 0.5), (3, 0.7)):
        assert snippet.throughput(overhead / unit, overhead, unit) * unit == pytest.approx(0.5)
        assert snippet.throughput(1e9, overhead, unit) * unit == pytest.approx(1, abs=1e-6)


def test_least_batch_brings_in_what_arrives_while_it_runs(snippet):
    for rate, overhead, unit in ((0.3, 4, 1.5), (0.9, 10, 1.0), (2.0, 0.1, 0.4)):
        batch = snippet.least_batch(rate, overhead, unit)
        assert rate * (overhead + batch * unit) == pytest.approx(batch)
        assert snippet.throughput(batch, overhead, unit) == pytest.approx(rate)


def test_the_printed_table(snippet):
    lines = snippet.printed.splitlines()
    rows = [[float(x.rstrip("%")) for x in line.split()] for line in lines[1:11]]
    for row, batch in zip(rows, 2 ** np.arange(10), strict=True):
        seconds = (10 + batch / 2) / 1e3
        # doubling gains overhead / (overhead + 2 batch unit)
        expected = [batch, 1e3 * seconds, batch / seconds, batch / seconds / 20, 100 * 10 / (10 + batch)]
        np.testing.assert_allclose(row, expected, atol=0.51)
        assert abs(row[1] - 1e3 * seconds) < 0.051
    for line in lines[13:]:
        rate, batch, time = map(float, line.split())
        assert abs(rate * time / 1e3 - batch) < 0.2 and abs(time - 10 - batch / 2) < 0.1
    assert len(lines) == 18 and [float(line.split()[0]) for line in lines[13:]] == [400, 800, 1200, 1600, 1900]
