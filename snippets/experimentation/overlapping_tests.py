"""Shows what test A measures when test B runs on the same users at the same time."""

import numpy as np


def effect_of_a(mean, share):  # both (2, 2): [arm of A, arm of B]
    of_arm = (mean * share).sum(axis=1) / share.sum(axis=1)
    return of_arm[1] - of_arm[0]


# A adds 1, B adds 3, both together another 2
mean = np.array([[10.0, 13.0], [11.0, 16.0]])
designs = {
    "independent salts": [[0.25, 0.25], [0.25, 0.25]],
    "same salt": [[0.5, 0], [0, 0.5]],
    "A excludes B's treatment": [[0.5, 0], [0.5, 0]],
    "B is already launched": [[0, 0.5], [0, 0.5]],
}
for name, share in designs.items():
    print(f"{name:25s} effect of A: {effect_of_a(mean, np.array(share)):.1f}")
