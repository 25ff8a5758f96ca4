import numpy as np


def test_queue_waits_agree_with_a_scan_of_all_gpus(snippet):
    rng = np.random.default_rng(2)
    for gpus in (1, 2, 5):
        ready, busy = np.cumsum(rng.exponential(1, 300)), rng.gamma(2, 0.45 * gpus, 300)
        free, expected = np.zeros(gpus), []
        for when, ms in zip(ready, busy, strict=False):
            k = free.argmin()
            expected.append(max(free[k] - when, 0))
            free[k] = max(free[k], when) + ms
        np.testing.assert_allclose(snippet.queue_waits(ready, busy, gpus), expected, atol=1e-9)


def test_stages(snippet):
    rate, gpus, window, windows = 3.0, 4, 8, 4000
    table, _load = snippet.stages(np.random.default_rng(1), rate, gpus, window, windows)
    fill, queue, copy_in, compute, copy_back, post = table.T
    n = len(table)
    assert abs(n - rate * window * windows) < 5 * np.sqrt(rate * window * windows)  # Poisson
    assert fill.min() >= 0 and fill.max() < window and abs(fill.mean() - window / 2) < 0.05
    size = (copy_in - 0.5) / 0.05  # of the batch that a request is in
    np.testing.assert_allclose(copy_back, 0.3 + 0.01 * size)
    assert abs(size.mean() - (rate * window + 1)) < 0.2  # size-biased: a request sees a larger batch
    slowdown = np.log(compute / (12 + 0.6 * size))
    assert abs(slowdown.mean()) < 0.01 and abs(slowdown.std() - 0.1) < 0.005
    assert abs(post.mean() - 1) < 0.02 and abs(post.std() - 1) < 0.03
    assert np.all(queue >= 0)


def test_the_load_is_the_share_of_time_that_gpus_work(snippet):
    _table, load = snippet.stages(np.random.default_rng(1), 2.0, 4, 10, 3000)
    # mean batch of 20: 1.5 + 24 · exp(0.1² / 2) + 0.5 ms every 10 ms on 4 GPUs; sd of the mean below 0.2 %
    expected = (0.5 + 1 + 24 * np.exp(0.005) + 0.3 + 0.2) / 40
    np.testing.assert_allclose(load, expected, rtol=0.01)


def test_batches_wait_their_turn_as_in_the_queue(snippet):
    table, _ = snippet.stages(np.random.default_rng(3), 2.0, 3, 10, 200)
    waits, work = table[:, 1], table[:, 2:5].sum(axis=1)
    first = np.r_[True, np.any(np.diff(table[:, 1:5], axis=0) != 0, axis=1)]  # one row of each batch
    assert first.sum() == 200
    expected = snippet.queue_waits(10 * np.arange(200), work[first], 3)
    np.testing.assert_allclose(waits[first], expected, atol=1e-9)


def test_what_the_page_concludes(snippet):
    sums = [line.split() for line in snippet.printed.splitlines() if "sum of p99s" in line]
    for words in sums:
        assert float(words[3]) > 50 > float(words[-2])
    assert snippet.printed.count("66 requests in flight") == 2
