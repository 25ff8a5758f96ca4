"""Shows overlapping label windows scoring well on noise until the split has a gap."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from sklearn.model_selection import KFold, TimeSeriesSplit

WINDOW = 30  # the label of a day sums up this day and the next 29


def labels_of(noise):
    return sliding_window_view(noise, WINDOW).sum(axis=-1)


def latest_label(train, test, y):
    """Predicts the label of the last training day before each test day."""
    before = np.searchsorted(train, test) - 1
    return y[train[before.clip(min=0)]]


def correlation(y, splits):
    pairs = [(latest_label(train, test, y), y[test]) for train, test in splits]
    return np.corrcoef(np.hstack(pairs))[0, 1]


y = labels_of(np.random.default_rng(0).standard_normal(3600))  # nothing to learn
shuffled = KFold(10, shuffle=True, random_state=0)
in_order = TimeSeriesSplit(100, test_size=WINDOW)
with_gap = TimeSeriesSplit(100, test_size=WINDOW, gap=WINDOW - 1)
print("correlation of prediction and label, labels made of noise")
print(f"days shuffled               {correlation(y, shuffled.split(y)):5.2f}")
print(f"past before future          {correlation(y, in_order.split(y)):5.2f}")
print(f"the same with a 29-day gap  {correlation(y, with_gap.split(y)):5.2f}")
