"""Shows an A/B test that mostly measures buyers taking goods from one another."""

import numpy as np

BUYERS, MARKETS = 1_000, 20_000
WANTS = {"control": 0.30, "treated": 0.40}  # chance that a buyer wants the good


def sales(rng, wants_a, wants_b, supply, markets):
    # half of the buyers each; too few goods are handed out at random
    a = rng.binomial(BUYERS // 2, wants_a, markets)
    b = rng.binomial(BUYERS // 2, wants_b, markets)
    sold = (a + b).clip(max=supply)
    sold_a = rng.hypergeometric(a, b, sold)
    return sold_a, sold - sold_a


def lift(treated, control):
    return treated.mean() / control.mean() - 1


rng = np.random.default_rng(0)
off, on = WANTS["control"], WANTS["treated"]
print("goods   lift if all treated   A/B over buyers   A/B over markets")
for supply in (250, 330, 360, 1_000):
    none = sum(sales(rng, off, off, supply, MARKETS))
    everyone = sum(sales(rng, on, on, supply, MARKETS))
    control, treated = sales(rng, off, on, supply, MARKETS)
    whole = rng.choice([True, False], MARKETS)  # each market entirely on or off
    by_market = lift(everyone[whole], none[~whole])
    line = [lift(everyone, none), lift(treated, control), by_market]
    print(f"{supply:5d} {line[0]:16.1%} {line[1]:19.1%} {line[2]:17.1%}")
