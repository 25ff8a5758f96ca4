"""Shows the work that a chain of services does for a caller who has hung up."""

import numpy as np


def run_chain(times, hop_timeout, deadline, propagate):  # times: (requests, hops)
    spent = np.zeros(len(times))
    alive = np.full(len(times), True)
    for hop in times.T:
        limit = np.full(len(times), hop_timeout)
        if propagate:  # each hop is told how much time is left
            limit = np.minimum(hop_timeout, deadline - spent)
        spent += np.where(alive, np.minimum(hop, limit), 0)
        alive &= hop <= limit
    return alive & (spent <= deadline), spent


rng = np.random.default_rng(0)
times = rng.lognormal(np.log(12), 0.7, (200_000, 4))  # ms, four hops in a row
for propagate in (False, True):
    answered, spent = run_chain(times, 100.0, 80.0, propagate)
    useless = spent[~answered].sum() / spent.sum()
    after = np.maximum(spent - 80, 0).sum() / spent.sum()
    print("deadline passed on" if propagate else "each hop its own timeout")
    print(f"  answered {answered.mean():.1%}, spent on failures {useless:.1%}", end="")
    print(f", after the caller left {after:.1%}")
