"""Shows the true share of positives behind a share of positive predictions."""

import numpy as np

ROWS = 2_000


def prevalence(positive_share, recall, false_positive_rate):  # label shift, two classes
    return (positive_share - false_positive_rate) / (recall - false_positive_rate)


def standard_error(positive_share, rows, recall, false_positive_rate):
    # the two rates are taken as known: counted on many labelled rows
    counting = np.sqrt(positive_share * (1 - positive_share) / rows)
    return counting / abs(recall - false_positive_rate)


print(
    f"recall   false positives   said positive   truth, standard error ({ROWS:,} rows)"
)
for recall, false, said in ((0.8, 0.1, 0.31), (0.4, 0.3, 0.33)):
    estimate = prevalence(said, recall, false)
    error = standard_error(said, ROWS, recall, false)
    print(f"{recall:6} {false:17} {said:15} {estimate:10.2f} ± {error:.3f}")
