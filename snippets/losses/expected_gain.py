"""Shows that a document's best place depends on what is averaged: grade or gain."""

from itertools import permutations

import numpy as np


def expected_dcg(
    order, probabilities, gains
):  # the discount does not depend on the grade
    discount = 1 / np.log2(2 + np.arange(len(order)))
    return (probabilities @ gains)[list(order)] @ discount


def best_order(probabilities, gains):  # by trying all
    orders = permutations(range(len(probabilities)))
    return max(orders, key=lambda order: expected_dcg(order, probabilities, gains))


grades = np.array([0, 1, 2])
gains = 2.0**grades - 1
cases = {  # P(grade 0), P(grade 1), P(grade 2)
    "most likely to be perfect": np.array([[0.55, 0.00, 0.45], [0.00, 0.60, 0.40]]),
    "expected grade": np.array([[0.50, 0.00, 0.50], [0.00, 0.95, 0.05]]),
}
for rule, probabilities in cases.items():
    key = probabilities[:, 2] if rule.startswith("most") else probabilities @ grades
    first = "AB"[best_order(probabilities, gains)[0]]
    print(f"{rule}: A {key[0]:.2f}, B {key[1]:.2f}, so {'AB'[key.argmax()]} first")
    A, B = probabilities @ gains
    print(f"  expected gain: A {A:.2f}, B {B:.2f}; best DCG has {first} first")
