import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import gamma

CASES = [(0.8, 1, 7.0), (0.8, 2, 3.0), (0.3, 5, 9.0), (2.0, 16, 6.0), (0.05, 32, 100.0)]


@pytest.mark.parametrize("rate, size, delay", CASES)
def test_against_sampled_arrivals(snippet, rate, size, delay):
    rng = np.random.default_rng(5)
    joins = np.cumsum(rng.exponential(1 / rate, (20_000, 40)), axis=1) <= delay
    joined = np.minimum(joins.sum(axis=1), size - 1)
    error = size / np.sqrt(20_000)  # the standard deviation is below the range; 4 of these halves
    assert abs(snippet.mean_batch(rate, size, delay) - 1 - joined.mean()) < 2 * error
    assert abs(snippet.share_full(rate, size, delay) - np.mean(joined == size - 1)) < 0.015


@pytest.mark.parametrize("rate, size, delay", CASES[1:])
def test_against_the_waiting_time_of_the_first(snippet, rate, size, delay):
    filled = gamma(size - 1, scale=1 / rate)  # time until the batch would be full
    assert snippet.share_full(rate, size, delay) == pytest.approx(filled.cdf(delay))
    wait = quad(filled.sf, 0, delay)[0]  # E[min(delay, filled)]
    assert (snippet.mean_batch(rate, size, delay) - 1) / rate == pytest.approx(wait)


def test_the_printed_rows(snippet):
    rows = [[float(x.rstrip("%")) for x in line.split()] for line in snippet.printed.splitlines()[1:]]
    assert [row[:2] for row in rows] == [[r, d] for r in (50, 800) for d in (1, 5, 20, 80)]
    for rate, delay, batch, full, first, cost in rows:
        filled = gamma(15, scale=1e3 / rate)
        wait = quad(filled.sf, 0, delay)[0]
        np.testing.assert_allclose(
            [batch, full, first, cost],
            [1 + wait * rate / 1e3, 100 * filled.cdf(delay), wait, 0.5 + 10 / (1 + wait * rate / 1e3)],
            atol=0.51,
        )
        np.testing.assert_allclose([first, cost], [wait, 0.5 + 10 / (1 + wait * rate / 1e3)], atol=0.051)
