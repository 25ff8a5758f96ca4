import numpy as np
from scipy.special import gammaln


def stationary(servers, load, states=20_000):  # birth and death: balance equations, normalised
    k = np.arange(states)
    busy = np.minimum(k, servers)
    logs = k * np.log(load) - gammaln(busy + 1) - (k - busy) * np.log(servers)
    pi = np.exp(logs - logs.max())
    return pi / pi.sum()


def test_erlang_c_and_mean_wait_agree_with_the_balance_equations(snippet):
    for servers, rho in ((1, 0.3), (2, 0.9), (3, 0.05), (7, 0.8), (40, 0.97)):
        load = rho * servers
        pi = stationary(servers, load)
        np.testing.assert_allclose(snippet.erlang_c(servers, load), pi[servers:].sum(), rtol=1e-9)
        queue = np.sum(pi * np.maximum(np.arange(len(pi)) - servers, 0))
        np.testing.assert_allclose(snippet.mean_wait(servers, load), queue / load, rtol=1e-8)  # Little's law
    assert snippet.erlang_c(2000, 1900) < 1  # no overflow


def test_wait_quantile_inverts_the_tail(snippet):
    for servers, load, q in ((1, 0.8, 0.9), (4, 3.5, 0.999), (4, 3.5, 0.8)):
        t = snippet.wait_quantile(servers, load, q)
        tail = snippet.erlang_c(servers, load) * np.exp(-(servers - load) * t)
        np.testing.assert_allclose(tail, 1 - q, rtol=1e-9)
    assert snippet.wait_quantile(10, 1.0, 0.99) == 0  # fewer than one in a hundred wait at all


def test_one_server_is_mm1(snippet):
    for rho in (0.2, 0.7):
        np.testing.assert_allclose(snippet.erlang_c(1, rho), rho)
        np.testing.assert_allclose(snippet.mean_wait(1, rho), rho / (1 - rho))


def test_larger_pools_bear_a_higher_load(snippet):
    rho = [snippet.safe_utilisation(c) for c in (1, 3, 10, 50)]
    assert rho == sorted(rho)
    for c, r in zip((1, 3, 10, 50), rho, strict=False):
        np.testing.assert_allclose(snippet.wait_quantile(c, r * c, 0.99), 1, rtol=1e-6)


def test_a_shared_queue_waits_as_simulated(snippet):
    rng = np.random.default_rng(6)
    n, c = 40_000, 4
    arrive, service = np.cumsum(rng.exponential(1 / 3.2, n)), rng.exponential(1, n)
    free, waits = np.zeros(c), []
    for when, seconds in zip(arrive, service, strict=False):
        first = free.argmin()
        start = max(when, free[first])
        waits.append(start - when)
        free[first] = start + seconds
    # 40,000 correlated waits: the relative standard error is about 6 %
    np.testing.assert_allclose(np.mean(waits), snippet.mean_wait(4, 3.2), rtol=0.25)
    np.testing.assert_allclose(np.mean(np.array(waits) > 0), snippet.erlang_c(4, 3.2), atol=0.04)
