"""Shows what a fixed review capacity finds, and the cost ratio that it implies."""

from scipy.optimize import newton
from scipy.stats import norm

BASE_RATE, SHIFT = 0.005, 1.5  # score: N(0, 1), or N(SHIFT, 1) if positive


def flagged_shares(cut):  # of all posts: rightly flagged, wrongly flagged
    return BASE_RATE * norm.sf(cut - SHIFT), (1 - BASE_RATE) * norm.sf(cut)


def cut_for(capacity):
    return newton(lambda cut: sum(flagged_shares(cut)) - capacity, SHIFT)


def false_alarms_worth_a_miss(cut):  # (1 - p) / p at the cut: p = 1 / (1 + ratio)
    positive, negative = BASE_RATE * norm.pdf(cut - SHIFT), norm.pdf(cut)
    return (1 - BASE_RATE) * negative / positive


for capacity in (0.001, 0.01, 0.05):
    cut = cut_for(capacity)
    right, _ = flagged_shares(cut)
    print(
        f"review {capacity:4.1%}: recall {right / BASE_RATE:.0%}, precision "
        f"{right / capacity:.0%}, as if a miss cost {false_alarms_worth_a_miss(cut):.0f}"
    )
