"""Shows two forecasts of equal cross-entropy that an ordinal score tells apart."""

import numpy as np


def cross_entropy(p, grade):  # p: (grades,)
    return -np.log(p[grade])


def ranked_probability_score(p, grade):
    passed = np.arange(len(p)) >= grade  # the distribution function of the truth
    return np.sum((np.cumsum(p) - passed) ** 2)


near = np.array([0.4, 0.6, 0.0, 0.0, 0.0])
far = np.array([0.4, 0.0, 0.0, 0.0, 0.6])
print("true grade 0   cross-entropy  ranked probability score")
for name, p in (("rest on grade 1", near), ("rest on grade 4", far)):
    print(f"{name} {cross_entropy(p, 0):12.3f} {ranked_probability_score(p, 0):12.3f}")
