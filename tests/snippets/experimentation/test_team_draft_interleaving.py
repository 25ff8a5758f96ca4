from itertools import permutations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st


@given(st.permutations(range(5)), st.permutations(range(5)), st.tuples(*[st.booleans()] * 5))
def test_every_list_is_a_fair_draft(snippet, a, b, flips):
    shown, team = snippet.team_draft(a, b, flips)
    assert sorted(shown) == list(range(5)) and len(team) == 5
    for i, (item, name) in enumerate(zip(shown, team, strict=True)):
        ranking = a if name == "A" else b
        assert item == next(j for j in ranking if j not in shown[:i])  # its team's best that is left
        assert team[i] == ("AB" if flips[i // 2] else "BA")[i % 2]


def test_credit_is_the_mean_over_a_simulation(snippet):
    a, b, chance = (3, 1, 0, 2), (2, 3, 1, 0), np.array([0.1, 0.7, 0.3, 0.2])
    rng, total = np.random.default_rng(4), {"A": 0.0, "B": 0.0}
    for _ in range(4_000):
        for item, name in zip(*snippet.team_draft(a, b, rng.random(4) < 0.5), strict=True):
            total[name] += chance[item]
    for name, value in snippet.expected_credit(a, b, chance).items():
        assert total[name] / 4_000 == pytest.approx(value, abs=5 * 0.6 / np.sqrt(4_000))  # spread below 0.6
    assert sum(snippet.expected_credit(a, b, chance).values()) == pytest.approx(chance.sum())


def test_equal_rankings_tie_and_exchanging_the_teams_exchanges_the_credit(snippet):
    chance = np.array([0.5, 0.2, 0.9])
    for a, b in product(permutations(range(3)), repeat=2):
        one, other = snippet.expected_credit(a, b, chance), snippet.expected_credit(b, a, chance)
        assert one["A"] == pytest.approx(other["B"])
        assert a != b or one["A"] == pytest.approx(one["B"])


def test_the_missed_case_is_an_exact_tie(snippet):
    last = snippet.printed.splitlines()[-1].split()
    assert last[-3] == last[-1] == "0.500"  # A drafts 0; B drafts 1; a coin decides who drafts 2
    assert "credit A 0.150  B 0.650" in snippet.printed
    assert "one list: [0, 2, 1, 3] ABBA" in snippet.printed
