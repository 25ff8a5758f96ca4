import numpy as np


def one_by_one(times, hop_timeout, deadline, propagate):
    answered, spent = [], []
    for hops in times:
        used, ok = 0.0, True
        for hop in hops:
            limit = min(hop_timeout, deadline - used) if propagate else hop_timeout
            if hop > limit:
                used, ok = used + limit, False
                break
            used += hop
        answered.append(ok and used <= deadline)
        spent.append(used)
    return answered, spent


def test_the_chain_agrees_with_one_request_at_a_time(snippet):
    times = np.random.default_rng(1).gamma(1.5, 20, (500, 3))
    for propagate in (False, True):
        for hop_timeout in (15.0, 40.0, 500.0):
            answered, spent = snippet.run_chain(times, hop_timeout, 80.0, propagate)
            expected = one_by_one(times, hop_timeout, 80.0, propagate)
            np.testing.assert_array_equal(answered, expected[0])
            np.testing.assert_allclose(spent, expected[1])


def test_edges_are_in_time(snippet):
    for propagate in (False, True):
        answered, spent = snippet.run_chain(np.array([[5.0, 5.0]]), 5.0, 10.0, propagate)
        assert answered[0] and spent[0] == 10


def test_passing_the_deadline_answers_the_same_requests_with_less_work(snippet):
    times = np.random.default_rng(2).exponential(20, (2000, 4))
    alone, told = (snippet.run_chain(times, 100.0, 80.0, propagate) for propagate in (False, True))
    np.testing.assert_array_equal(alone[0], told[0])
    assert np.all(told[1] <= alone[1] + 1e-9) and told[1].max() <= 80 + 1e-9


def test_what_the_page_concludes(snippet):
    first, second = [line.split() for line in snippet.printed.splitlines() if "answered" in line]
    assert first[1] == second[1] and second[-1] == "0.0%" and float(first[-1][:-1]) > 5
    logs = np.log(snippet.times)
    np.testing.assert_allclose([logs.mean(), logs.std()], [np.log(12), 0.7], atol=0.005)
