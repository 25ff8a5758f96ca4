"""Shows team-draft interleaving by listing all coin flips, and a case it misses."""

from itertools import product

import numpy as np


def team_draft(a, b, flips):
    # flips: one per round, True if A picks first in it
    shown, team = [], []
    for a_first in flips:
        for name in "AB" if a_first else "BA":
            ranking = a if name == "A" else b
            left = [item for item in ranking if item not in shown]
            if left:
                shown.append(left[0])
                team.append(name)
    return shown, team


def expected_credit(a, b, click_chance):
    # click_chance: (items,); the mean over all sequences of flips
    credit = {"A": 0.0, "B": 0.0}
    rounds = list(product((True, False), repeat=len(a)))
    for flips in rounds:
        for item, name in zip(*team_draft(a, b, flips), strict=True):
            credit[name] += click_chance[item] / len(rounds)
    return credit


shown, team = team_draft((0, 1, 2, 3), (2, 0, 1, 3), (True, False, True, True))
print("one list:", shown, "".join(team))
cases = {
    "the same ranking twice": ((0, 1, 2), (0, 1, 2), [0.3, 0.2, 0.1]),
    "B puts the best first": ((0, 1, 2), (2, 0, 1), [0.1, 0.1, 0.6]),
    "only 2 is wanted, B has it higher": ((0, 1, 2), (1, 2, 0), [0, 0, 1]),
}
for name, (a, b, chance) in cases.items():
    credit = expected_credit(a, b, np.array(chance))
    print(f"{name:34s} credit A {credit['A']:.3f}  B {credit['B']:.3f}")
