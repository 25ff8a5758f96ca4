import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st


def tick_by_tick(arrive, max_size, max_delay, overhead, unit):  # whole numbers; looks at each tick
    queue, done, sizes, busy_until = [], {}, [], 0
    now, coming = 0, list(enumerate(arrive))
    while len(done) < len(arrive):
        while coming and coming[0][1] <= now:
            queue.append(coming.pop(0))
        if now >= busy_until and queue and (len(queue) >= max_size or now - queue[0][1] >= max_delay):
            batch, queue = queue[:max_size], queue[max_size:]
            busy_until = now + overhead + unit * len(batch)
            sizes.append(len(batch))
            done |= {i: busy_until - t for i, t in batch}
        now += 1
    return [done[i] for i in range(len(arrive))], sizes


@given(
    st.lists(st.integers(0, 40), min_size=1, max_size=15),
    st.integers(1, 5),
    st.integers(0, 9),
    st.integers(1, 6),
    st.integers(1, 3),
)
def test_agrees_with_a_clock_that_looks_at_each_tick(snippet, arrive, max_size, max_delay, overhead, unit):
    arrive = sorted(arrive)
    latency, sizes = snippet.serve(arrive, max_size, max_delay, overhead, unit)
    expected, batches = tick_by_tick(arrive, max_size, max_delay, overhead, unit)
    assert latency.tolist() == expected and sizes == batches


def test_batches_of_one_are_m_d_1(snippet):
    rng = np.random.default_rng(3)
    latency, _ = snippet.serve(list(np.cumsum(rng.exponential(20, 40_000))), 1, 0)
    rho = 10.5 / 20
    # M/D/1: wait = rho / (1 - rho) * service / 2; the standard error is about 1 % here
    assert latency.mean() == pytest.approx(10.5 * (1 + rho / (1 - rho) / 2), rel=0.04)


def test_without_delay_and_limit_the_batch_finds_its_own_size(snippet):
    _, sizes = snippet.serve(snippet.arrive, 10**6, 0)
    rate = len(snippet.arrive) / snippet.arrive[-1]
    assert np.mean(sizes) == pytest.approx(10 * rate / (1 - 0.5 * rate), rel=0.02)


def test_the_arrivals_are_800_a_second(snippet):
    gaps = np.diff(snippet.arrive)
    assert len(gaps) + 1 == 20_000
    assert gaps.mean() == pytest.approx(1.25, rel=0.03) == gaps.std()  # exponential; standard error 0.7 %


def test_what_the_page_concludes(snippet):
    rows = [[float(x.rstrip("%")) for x in line.split()] for line in snippet.printed.splitlines()[1:]]
    by = {(row[0], row[1]): row[2:] for row in rows}
    assert set(by) == {(d, m) for d in (0, 20, 80) for m in (8, 16, 32, 64, 128)}
    for (delay, size), (mean, busy, rate, p50, p99) in by.items():
        latency, sizes = snippet.serve(snippet.arrive, int(size), delay)
        assert [round(p50), round(p99)] == [p50, p99]
        np.testing.assert_allclose([mean, p50, p99], [np.mean(sizes), *np.quantile(latency, (0.5, 0.99))], atol=0.51)
        period = snippet.arrive[-1] + latency[-1]
        assert abs(busy - 100 * sum(10 + s / 2 for s in sizes) / period) < 0.51
        assert abs(rate - 1e3 * 20_000 / period) < 0.51
        if size == 8:  # too small for the rate, whatever the delay
            assert abs(rate - 571) < 2 and p99 > 5000
        else:
            assert abs(rate - 804) < 3 and p99 < 130
        if delay == 80 and size > 16:
            assert p99 > 1.7 * by[0, size][4]


def test_the_pictures(snippet):
    above, below = snippet.figures[0].axes
    for delay, tails, rates in zip((0, 20, 80), above.lines, below.lines, strict=True):
        assert tails.get_label() == f"delay {delay} ms"
        np.testing.assert_array_equal(tails.get_xdata(), 2 ** np.arange(8))
        for size, tail, rate in zip(tails.get_xdata(), tails.get_ydata(), rates.get_ydata(), strict=True):
            latency, _ = snippet.serve(snippet.arrive, size, delay)
            assert tail == pytest.approx(np.quantile(latency, 0.99))
            assert rate == pytest.approx(2e7 / (snippet.arrive[-1] + latency[-1]))
        np.testing.assert_array_equal(rates.get_xdata(), tails.get_xdata())
    assert above.get_xscale() == below.get_xscale() == "log"
    assert above.get_ylim() == (0, 150)  # stable settings lie within, unstable ones far above
    assert all((line.get_ydata()[4:] < 150).all() and min(line.get_ydata()[:4]) > 5000 for line in above.lines)
    assert above.get_legend() and "p99" in above.get_ylabel() and "second" in below.get_ylabel()
    assert [t.get_text() for t in below.get_xticklabels()] == [str(2**k) for k in range(8)]
