"""Shows what mirrored traffic can compare, and that it cannot see a click."""

import numpy as np


def compare(old, new, threshold):
    """Scores of two models for the same requests, (n,)."""
    change = np.abs(new - old)
    before, after = old >= threshold, new >= threshold
    return {
        "mean score, old": old.mean(),
        "mean score, new": new.mean(),
        "mean change": change.mean(),
        "99th percentile of change": np.quantile(change, 0.99),
        "decisions that agree": (before == after).mean(),
        "no that becomes yes": (after & ~before).mean(),
        "yes that becomes no": (before & ~after).mean(),
    }


def clicks_known(shown, wanted, clicked):
    """Click rate on the requests where both models choose the same item."""
    same = shown == wanted
    return same.mean(), clicked[same].mean()


rng = np.random.default_rng(0)
old = rng.beta(2, 5, 50_000)
new = 0.7 * old + 0.3 * rng.beta(2, 5, old.size)
for name, value in compare(old, new, threshold=0.5).items():
    print(f"{name:26} {value:.3f}")

appeal = rng.normal(size=(50_000, 5))  # of five items to each user
chance = 1 / (1 + np.exp(2 - appeal))  # of a click, if the item is shown
shown = (appeal + 2 * rng.normal(size=appeal.shape)).argmax(axis=1)
wanted = (appeal + 0.5 * rng.normal(size=appeal.shape)).argmax(axis=1)
rows = np.arange(len(appeal))
clicked = rng.random(len(appeal)) < chance[rows, shown]  # the shadow shows nothing
share, rate = clicks_known(shown, wanted, clicked)
print(f"same item chosen in {share:.0%} of requests, clicks there {rate:.3f}")
print(f"clicks on all requests, as shown     {clicked.mean():.3f}")
print(f"had the shadow been shown (unseen)   {chance[rows, wanted].mean():.3f}")
