from itertools import permutations

import numpy as np
import pytest
from scipy.stats import lognorm


@pytest.mark.parametrize(("chance", "low", "high"), [(1.0, 3.0, 40.0), (0.25, 0.1, 0.2)])
def test_expectation_agrees_with_scipys_lognormal(snippet, chance, low, high):
    sigma = np.log(high / low) / snippet.SPREAD
    belief = lognorm(sigma, scale=snippet.median_value(low, high))
    np.testing.assert_allclose(belief.ppf([0.05, 0.95]), [low, high])
    np.testing.assert_allclose(snippet.expected_value(chance, low, high), chance * belief.mean())


def test_delay_cost_week_by_week(snippet):
    value, weeks = np.array([5.0, 1.0, 7.0]), np.array([2, 4, 3])
    waiting, cost = [2, 0, 1], 0.0
    for project in (2, 0, 1):
        for _ in range(weeks[project]):
            cost += value[waiting].sum()
        waiting.remove(project)
    assert snippet.delay_cost(np.array([2, 0, 1]), value, weeks) == cost


def test_value_per_week_is_the_cheapest_of_all_orders(snippet):
    rng = np.random.default_rng(1)
    cases = [(rng.random(5) * 9, rng.integers(1, 20, 5)) for _ in range(10)]
    for value, weeks in [*cases, (snippet.value, snippet.weeks)]:
        costs = [snippet.delay_cost(np.array(o), value, weeks) for o in permutations(range(len(value)))]
        order = np.argsort(-value / weeks)
        assert snippet.delay_cost(order, value, weeks) == pytest.approx(min(costs))


def test_three_orders_differ_and_the_last_is_best(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[-4:-1]]
    orders = [" ".join(row[-4:]) for row in rows]
    assert len(set(orders)) == 3
    costs = [float(row[-5]) for row in rows]
    assert costs == sorted(costs, reverse=True)
    assert orders[2].split()[0] == "spelling"


def test_chance_to_be_first_by_another_simulation(snippet):
    rng = np.random.default_rng(2)
    belief = lognorm(np.log(snippet.high / snippet.low) / snippet.SPREAD, scale=np.sqrt(snippet.low * snippet.high))
    draws = belief.rvs((100_000, 4), random_state=rng) * rng.binomial(1, snippet.chance, (100_000, 4))
    rate = draws / snippet.weeks
    first = [np.mean((np.delete(rate, i, axis=1) < rate[:, [i]]).all(axis=1)) for i in range(4)]
    np.testing.assert_allclose(snippet.first, first, atol=0.008)  # standard error of the difference 0.0022
    none = np.prod(1 - snippet.chance)
    assert snippet.first.sum() == pytest.approx(1 - none, abs=0.002)  # standard error 0.0003
    assert snippet.first.max() < 0.5
