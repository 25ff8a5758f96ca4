"""Shows how ranking by clicks makes equal items unequal, and what exploration does."""

import matplotlib.pyplot as plt
import numpy as np

ITEMS, SLOTS, RATE, VISITS = 100, 10, 0.1, 2_000


def by_clicks(clicks, shown, rng):
    return clicks


def by_rate(clicks, shown, rng):
    return (clicks + 1) / (shown + 10)


def by_draw(clicks, shown, rng):  # Thompson sampling, the prior of by_rate
    return rng.beta(1 + clicks, 9 + shown - clicks)


def simulate(score, random_visits, rng):
    """Clicks and impressions of the items; the top's share of impressions by visit."""
    clicks, shown, share = np.zeros(ITEMS), np.zeros(ITEMS), []
    for _ in range(VISITS):
        slate = rng.permutation(ITEMS)  # so that ties fall at random
        if rng.random() >= random_visits:
            slate = slate[np.argsort(-score(clicks, shown, rng)[slate], kind="stable")]
        slate = slate[:SLOTS]
        shown[slate] += 1
        clicks[slate] += rng.random(SLOTS) < RATE  # every item is equally good
        share.append(np.sort(shown)[-SLOTS:].sum() / shown.sum())
    return clicks, shown, share


policies = {
    "most clicked": (by_clicks, 0),
    "click rate": (by_rate, 0),
    "click rate, 20% random": (by_rate, 0.2),
    "Thompson sampling": (by_draw, 0),
}
print("100 equal items: share of the ten most shown")
for name, (score, random_visits) in policies.items():
    clicks, shown, share = simulate(score, random_visits, np.random.default_rng(0))
    most = np.argsort(shown)[-SLOTS:]
    print(f"{name:23} {share[-1]:6.1%} of impressions,", end=" ")
    print(f"{clicks[most].sum() / clicks.sum():6.1%} of clicks")
    plt.plot(share, label=name)
plt.xlabel("visits")
plt.ylabel("share of impressions, ten most shown")
plt.ylim(0)
plt.legend()
plt.show()
