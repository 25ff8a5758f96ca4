import numpy as np
import pytest


@pytest.mark.parametrize("clients, size, delay", [(1, 2, 0), (3, 4, 5), (7, 7, 50), (4, 32, 40)])
def test_without_thinking_all_come_back_together(snippet, clients, size, delay):
    rate = snippet.throughput(np.random.default_rng(0), clients, 0, size, delay, batches=500)
    wait = delay if clients < size else 0  # a full batch does not wait
    cycle = wait + 10 + 0.5 * clients
    assert rate == pytest.approx(1e3 * clients / cycle, rel=1e-9)


def test_a_backlog_always_fills_the_batch(snippet):
    for delay in (0, 7, 90):
        rate = snippet.throughput(np.random.default_rng(1), 12, 0, 4, delay, batches=500)
        assert rate == pytest.approx(1e3 * 4 / 12, rel=1e-9)


def by_scanning(
    rng, clients, think, max_size, max_delay, batches
):  # keeps every client's next question in a plain list
    asks, free, served = list(rng.exponential(think, clients)), 0.0, 0
    for _ in range(batches):
        asks.sort()
        full = asks[max_size - 1] if clients >= max_size else np.inf
        start = max(free, min(full, asks[0] + max_delay))
        size = min(max_size, sum(t <= start for t in asks))
        free, served = start + 10 + size / 2, served + size
        asks = asks[size:] + [free + pause for pause in rng.exponential(think, size)]
    return 1e3 * served / free


@pytest.mark.parametrize("clients, think, size, delay", [(5, 8, 3, 4), (5, 8, 5, 4), (9, 30, 4, 11), (6, 2, 8, 6)])
def test_against_a_scan(snippet, clients, think, size, delay):
    first, second = (
        f(np.random.default_rng(7), clients, think, size, delay, 400) for f in (snippet.throughput, by_scanning)
    )
    assert first == pytest.approx(second, rel=1e-12)


def test_one_client_pays_every_delay(snippet):
    for delay in (0, 15):
        rate = snippet.throughput(np.random.default_rng(2), 1, 20, 8, delay, batches=4000)
        assert rate == pytest.approx(1e3 / (20 + delay + 10.5), rel=0.04)  # standard error 1 %


def test_what_the_page_concludes(snippet):
    rows = {}
    for line in snippet.printed.splitlines()[1:]:
        clients, think, size, *rates = map(float, line.split())
        rows[clients, think, size] = rates
        rng = np.random.default_rng(0)
        for delay, rate in zip((0, 5, 10, 20, 40), rates, strict=True):
            again = by_scanning(rng, int(clients), think, int(size), delay, 1000)
            assert abs(rate - again) <= 0.5001
    assert rows.keys() == {(16, 20, 32), (16, 0.5, 32), (16, 0.5, 16), (128, 20, 32)}
    falls, both, rises, same = (rows[key] for key in ((16, 20, 32), (16, 0.5, 32), (16, 0.5, 16), (128, 20, 32)))
    assert max(falls) < 1.03 * falls[0] and falls[3] < 0.92 * falls[0] and falls[4] < 0.7 * falls[0]
    assert both[1] > 1.1 * both[0] > 1.8 * both[-1]
    assert rises[-1] > 1.4 * rises[0] and max(same) - min(same) <= 1
