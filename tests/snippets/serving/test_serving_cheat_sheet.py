import numpy as np
import pytest
from scipy.optimize import brentq
from scipy.stats import binom, expon


def waits(gaps, services):  # Lindley's recursion, unrolled
    walk = np.concatenate([[0], np.cumsum(services[:-1] - gaps[1:])])
    return walk - np.minimum.accumulate(walk)


def test_littles_law_on_a_simulated_queue(snippet):
    rng = np.random.default_rng(1)
    gaps, services = rng.exponential(1, 20_000), rng.uniform(0, 1.4, 20_000)
    arrived = np.cumsum(gaps)
    left = arrived + waits(gaps, services) + services
    times = np.sort(np.concatenate([arrived, left]))
    middle = (times[1:] + times[:-1]) / 2
    inside = np.searchsorted(arrived, middle) - np.searchsorted(np.sort(left), middle)
    number = np.sum(inside * np.diff(times)) / times[-1]
    rate = len(arrived) / times[-1]
    assert snippet.in_flight(rate, np.mean(left - arrived)) == pytest.approx(number)


def test_mean_wait_by_simulation_for_poisson_arrivals(snippet):
    rng = np.random.default_rng(2)
    gaps = rng.exponential(1 / 0.6, 400_000)
    for services, cv2 in ((rng.exponential(1, 400_000), 1), (np.ones(400_000), 0), (rng.gamma(0.5, 2, 400_000), 2)):
        # relative standard error about 1 %, waits of neighbours are correlated
        assert waits(gaps, services).mean() == pytest.approx(snippet.mean_wait(0.6, cv2_service=cv2), rel=0.05)
    assert snippet.mean_wait(0.7) == snippet.mean_wait(0.7, 1, 1)


def test_mean_wait_for_more_regular_arrivals(snippet):
    # gaps of two exponential phases, exponential service: exact by the root of the transform
    for load in (0.9, 0.98):
        root = brentq(lambda s, load=load: (2 * load / (2 * load + 1 - s)) ** 2 - s, 0, 1 - 1e-6)
        exact = root / (1 - root)
        assert snippet.mean_wait(load, 0.5, 1) == pytest.approx(exact, rel=0.04)
    assert snippet.mean_wait(0.9, 0, 0) == 0


def test_quantile_and_fan_out_agree_with_scipy(snippet):
    for load, q in ((0.3, 0.5), (0.95, 0.999)):
        assert snippet.mm1_quantile(load, q) == pytest.approx(expon(scale=1 / (1 - load)).ppf(q))
    for calls, slow in ((1, 0.2), (30, 0.001)):
        assert snippet.some_call_slow(calls, slow) == pytest.approx(binom.sf(0, calls, slow))
    assert snippet.some_call_slow(12) == pytest.approx(binom.sf(0, 12, 0.01))


def test_batches_one_after_another(snippet):
    clock = 0.0
    for _ in range(7):
        clock += 0.02 + 5 * 0.003
    assert snippet.batch_throughput(5, 0.02, 0.003) == pytest.approx(35 / clock)
    assert snippet.batch_throughput(10**9, 0.02, 0.003) == pytest.approx(1 / 0.003)


def test_bytes_and_the_roofline(snippet):
    keys_and_values = np.zeros((2, 3, 4, 16, 50), dtype=np.float16)
    assert snippet.cache_bytes(3, 4, 16, 50) == keys_and_values.nbytes
    assert snippet.cache_bytes(3, 4, 16, 50, width=1) == keys_and_values.astype(np.int8).nbytes
    assert snippet.at_least_seconds(6, 10, 2, 5) == 3
    assert snippet.at_least_seconds(6, 40, 2, 5) == 8
    assert snippet.decode_tokens(4, 100, 25, 1000) == 20  # 200 bytes a step, 5 steps, 4 tokens
    step = snippet.at_least_seconds(0, snippet.cache + 16e9, 1, 4.8e12)
    assert snippet.decode_tokens(1, 16e9, snippet.cache, 4.8e12) == pytest.approx(1 / step)


def test_workers_by_trying(snippet):
    for rows, hours, rate, use in ((1_000_000, 2, 30, 0.8), (77, 0.01, 1, 0.5), (3600, 1, 1, 1)):
        needed = next(w for w in range(1, 99) if w * rate * use * hours * 3600 >= rows)
        assert snippet.workers(rows, hours, rate, use) == needed
    assert snippet.workers(5_000, 1, 1) == snippet.workers(5_000, 1, 1, 0.8) == 2
    # the worst minute of ten: a fifth more rows than 0.8 of two workers do
    assert snippet.workers(2 * 3600 * 0.81, 1, 1) == 3


def test_printed_products_are_bound_by_bytes_then_by_arithmetic(snippet):
    def moved(rows):
        one_row = np.zeros(4096, dtype=np.float16).nbytes
        return 4096 * one_row + rows * one_row + rows * one_row  # matrix, input, output

    assert f"64 rows through 4096 x 4096: at least {moved(64) / 4.8e6:.1f} us" in snippet.printed
    assert moved(64) / 4.8e12 > 2 * 64 * 4096**2 / 989e12
    assert snippet.moved == moved(1024)
    assert snippet.matmul == 2 * 1024 * 4096**2 / 989e12 > moved(1024) / 4.8e12
