import numpy as np
from scipy.stats import poisson


def tail(workers, load, t):  # Erlang B from the Poisson distribution, then C
    blocked = poisson.pmf(workers, load) / poisson.cdf(workers, load)
    wait = workers * blocked / (workers - load * (1 - blocked))
    return wait * np.exp(-(workers - load) * t)


def test_tail_of_the_wait(snippet):
    for workers, load, t in ((1, 0.5, 0.0), (3, 2.2, 0.4), (80, 75, 2.0)):
        np.testing.assert_allclose(snippet.waits_longer(workers, load, t), tail(workers, load, t))


def test_smallest_is_smallest(snippet):
    for load, t, share in ((60.0, 1 / 3, 0.01), (5.5, 0.0, 0.2), (0.4, 1.0, 0.3), (12.0, 2.0, 0.6)):
        workers = snippet.smallest(load, t, share)
        assert tail(workers, load, t) <= share
        assert workers - 1 <= load or tail(workers - 1, load, t) > share


def test_a_lost_zone_leaves_enough_and_no_smaller_plan_does(snippet):
    for workers in (1, 7, 10, 69):
        for zones in (2, 3, 5):
            plan = snippet.with_lost_zone(workers, zones)
            assert plan % zones == 0
            each = plan // zones
            assert plan - each >= workers > (each - 1) * (zones - 1)


def test_the_plan_that_is_printed(snippet):
    assert snippet.load == 60 and snippet.workers == 69 and snippet.provisioned == 105
    assert "utilisation 87%" in snippet.printed and "in flight at 50 ms: 100 requests" in snippet.printed
