import math

import numpy as np
import pytest
from statsmodels.stats.power import NormalIndPower


@pytest.mark.parametrize("effect", [0.2, 0.5, 1.0, 1.7])
def test_seeds_are_those_of_statsmodels(snippet, effect):
    for significance, power in ((0.05, 0.8), (0.01, 0.95)):
        expected = NormalIndPower().solve_power(effect, alpha=significance, power=power)
        assert snippet.seeds_needed(3 * effect, 3, significance, power) == math.ceil(expected)
    assert snippet.seeds_needed(effect, 1) == math.ceil(NormalIndPower().solve_power(effect, alpha=0.05, power=0.8))


def test_power_by_simulation(snippet):
    n = snippet.seeds_needed(1.5, 2)
    runs = np.random.default_rng(0).normal(0, 2, size=(20000, 2, n))
    difference = runs[:, 0].mean(1) + 1.5 - runs[:, 1].mean(1)
    found = np.mean(abs(difference) / (2 * np.sqrt(2 / n)) > 1.95996)
    assert 0.79 < found < 0.83  # at least 80 %, standard error 0.3 %


def test_full_grid_is_the_product(snippet):
    assert f"{5 * 4 * 3 * 3 * 3} runs" in snippet.printed.splitlines()[0]


def test_plan_adds_up_and_is_far_smaller(snippet):
    runs = [int(line.split()[0]) for line in snippet.printed.splitlines()[1:7]]
    assert sum(runs[:-1]) == runs[-1] == 33
    seeds = [int(line.split()[-4]) for line in snippet.printed.splitlines()[7:]]
    assert seeds == [snippet.seeds_needed(d, 1) for d in (2, 1, 0.5)] and seeds == sorted(seeds)
