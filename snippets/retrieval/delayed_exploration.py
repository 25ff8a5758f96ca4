"""Shows how UCB1 and Thompson sampling explore new items when feedback comes late."""

import numpy as np

RUNS, ROUNDS = 100, 2_000
NEW = 10  # items without history, each with a click rate of its own


def thompson(prior_clicks, prior_skips):
    def choose(clicks, shown, step, rng):
        draw = rng.beta(prior_clicks + clicks, prior_skips + shown - clicks)
        return draw.argmax(axis=1)

    return choose


def ucb1(clicks, shown, step, rng):
    with np.errstate(divide="ignore", invalid="ignore"):
        bound = clicks / shown + np.sqrt(2 * np.log(step + 1) / shown)
    return np.where(shown == 0, np.inf, bound).argmax(axis=1)


def at_random(clicks, shown, step, rng):
    return rng.integers(NEW, size=RUNS)


def simulate(choose, delay, rng):
    """Expected clicks lost against the best item; items shown in the first batch."""
    rates = rng.beta(2, 98, (RUNS, NEW))
    runs = np.arange(RUNS)
    known, waiting = np.zeros((2, 2, RUNS, NEW))  # each: (clicks, shown)
    lost = np.zeros(RUNS)
    for step in range(ROUNDS):
        if step == delay:
            tried = (waiting[1] > 0).sum(axis=1)
        if step % delay == 0:  # what was waiting becomes known, all at once
            known += waiting
            waiting[:] = 0
        item = choose(*known, step, rng)
        rate = rates[runs, item]
        waiting[0, runs, item] += rng.random(RUNS) < rate
        waiting[1, runs, item] += 1
        lost += rates.max(axis=1) - rate
    return lost.mean(), tried.mean()


policies = {
    "at random": at_random,
    "UCB1": ucb1,
    "Thompson, uniform prior": thompson(1, 1),
    "Thompson, catalogue's prior": thompson(2, 98),
}
print("10 new items, 2,000 impressions: expected clicks lost")
print("                             at once  in batches of 500  items in first batch")
for name, choose in policies.items():
    at_once, _ = simulate(choose, 1, np.random.default_rng(0))
    late, tried = simulate(choose, 500, np.random.default_rng(0))
    print(f"{name:28} {at_once:7.0f} {late:18.0f} {tried:21.0f}")
