"""Shows item-to-item neighbours: why raw co-occurrence recommends the bestseller."""

import numpy as np


def together(B):  # B: (users, items), 1 if the user took the item
    counts = B.T @ B
    np.fill_diagonal(counts, 0)  # an item is not its own neighbour
    return counts


def cosine(B, shrink=0):
    n = B.sum(axis=0)
    return together(B) / (np.sqrt(np.outer(n, n)) + shrink)


items = ["bestseller", "tent", "stove", "rope", "one-off"]
baskets = {  # basket: how many users had it
    "bestseller": 500,
    "bestseller tent": 30,
    "bestseller tent stove": 20,
    "tent stove": 10,
    "bestseller stove": 10,
    "rope": 40,
    "tent rope": 5,
    "one-off tent stove": 1,
}
B = np.array(
    [[name in basket.split() for name in items] for basket in baskets], dtype=float
)
B = np.repeat(B, list(baskets.values()), axis=0)
ways = {
    "co-occurrence": together(B),
    "cosine": cosine(B),
    "cosine, shrunk by 20": cosine(B, 20),
}
row_of = items.index("tent")
print("nearest to the tent")
for name, similarity in ways.items():
    row = similarity[row_of]
    best = np.argsort(-row, kind="stable")[:3]
    print(f"{name:20}", ", ".join(f"{items[b]} {row[b]:.2f}" for b in best))
