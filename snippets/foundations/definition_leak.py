"""Shows a leak that is in the definition: a feature measured when the label is known."""

import numpy as np

WINDOW = 30  # churned: no visit in the 30 days after the day of prediction, day 0


def customers(n=4000, seed=0):
    """Days since the last visit, measured at day 0 and again at day 30; churned or not."""
    rng = np.random.default_rng(seed)
    rate = rng.gamma(1.0, 0.08, size=n)  # visits a day, different for each customer
    before = rng.exponential(1 / rate)  # from the last visit to day 0
    after = rng.exponential(1 / rate)  # from day 0 to the next visit
    churned = after > WINDOW
    last = rng.exponential(1 / rate).clip(max=WINDOW - after)  # back from day 30
    return before, np.where(churned, before + WINDOW, last), churned


def auc(score, label):
    """Probability that a random positive scores above a random negative."""
    order = np.argsort(np.argsort(score)) + 1
    positives = label.sum()
    above = order[label].sum() - positives * (positives + 1) / 2
    return above / (positives * np.sum(~label))


before, late, churned = customers()
print(f"base rate of churn {churned.mean():.2f}")
print(f"days since last visit, measured with the label: AUC {auc(late, churned):.2f}")
print(f"measured on the day of prediction:              AUC {auc(before, churned):.2f}")
