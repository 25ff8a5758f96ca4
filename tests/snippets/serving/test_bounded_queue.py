import numpy as np
import pytest


def by_states(arrive, service, deadline, room):  # keeps a list of finish times, scans it
    finish, good, late, shed = [], 0, 0, 0
    for now, seconds in zip(arrive, service, strict=False):
        if sum(f > now for f in finish) >= room:
            shed += 1
            continue
        done = max([now, *finish]) + seconds
        finish.append(done)
        if done - now <= deadline:
            good += 1
        else:
            late += 1
    return good, late, shed


def test_outcomes_agree_with_a_scan(snippet):
    rng = np.random.default_rng(1)
    for room in (1, 3, np.inf):
        arrive, service = np.cumsum(rng.exponential(1, 300)), rng.exponential(1.2, 300)
        assert tuple(snippet.outcomes(arrive, service, 3.0, room)) == by_states(arrive, service, 3.0, room)


def test_edges(snippet):
    # finishing exactly when another arrives frees the room; finishing exactly at the deadline is in time
    assert tuple(snippet.outcomes([0.0, 1.0, 1.0], [1.0, 1.0, 1.0], 1.0, 1)) == (2, 0, 1)
    assert tuple(snippet.outcomes([0.0, 0.0], [1.0, 1.0], 1.0, 2)) == (1, 1, 0)


@pytest.mark.parametrize("rho", [0.7, 1.3])
def test_refused_share_is_that_of_m_m_1_k(snippet, rho):
    rng = np.random.default_rng(9)
    n, room = 40_000, 4
    arrive, service = np.cumsum(rng.exponential(1 / rho, n)), rng.exponential(1, n)
    shed = snippet.outcomes(arrive, service, np.inf, room)[2] / n
    blocked = (1 - rho) * rho**room / (1 - rho ** (room + 1))
    assert abs(shed - blocked) < 0.02  # standard error below 0.5 %


def test_only_the_limited_queue_keeps_its_goodput_under_overload(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[1:]]
    goodput = [float(row[-1].removesuffix("/s")) for row in rows]
    assert goodput[2] < 2 and 90 < goodput[3] < 100
    assert abs(goodput[0] - goodput[1]) <= 1
    np.testing.assert_allclose(snippet.service.mean(), 0.01, rtol=0.02)
