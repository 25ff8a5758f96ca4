"""Shows what one shared queue gains over separate ones, with Erlang's C formula."""

import numpy as np
from scipy.optimize import brentq


def erlang_c(servers, load):  # load = λ/μ; the probability that a request must wait
    blocked = 1.0  # Erlang B, by recursion: no factorial, no overflow
    for c in range(1, servers + 1):
        blocked = load * blocked / (c + load * blocked)
    return blocked / (1 - load / servers * (1 - blocked))


def mean_wait(servers, load):  # in service times
    return erlang_c(servers, load) / (servers - load)


def wait_quantile(servers, load, q):  # P(wait > t) = C exp(-(servers - load) t)
    exceed = erlang_c(servers, load) / (1 - q)
    return max(0.0, np.log(exceed) / (servers - load))


def safe_utilisation(servers):  # where 1% wait longer than one service time
    def excess(rho):
        load = rho * servers
        return erlang_c(servers, load) * np.exp(load - servers) - 0.01

    return brentq(excess, 0, 1)


print("servers  must wait  mean wait  p99 wait  load for p99 = 1")
for c in (1, 2, 4, 16, 64):
    load = 0.8 * c
    tail = wait_quantile(c, load, 0.99)
    print(
        f"{c:7d} {erlang_c(c, load):10.0%} {mean_wait(c, load):10.2f}"
        f" {tail:9.2f} {safe_utilisation(c):17.0%}"
    )
