"""Shows that inner product, cosine and distance agree on unit vectors, else not."""

import numpy as np


def unit(vectors):
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)


def orders(query, docs):  # (d,), (n, d) -> document numbers, best first
    return {
        "inner product": np.argsort(-docs @ query),
        "cosine": np.argsort(-unit(docs) @ unit(query)),
        "distance": np.argsort(np.linalg.norm(docs - query, axis=1)),
    }


names = np.array(["short", "close", "long"])
query = np.array([2.0, 0.0])
docs = np.array([[0.5, 0.0], [2.0, 1.0], [5.0, 5.0]])

for title, vectors, q in (
    ("as they are", docs, query),
    ("divided by their norms", unit(docs), unit(query)),
):
    print(title)
    for measure, order in orders(q, vectors).items():
        print(f"  {measure:<13}", *names[order])

cosine = unit(docs) @ unit(query)
squared = np.sum((unit(docs) - unit(query)) ** 2, axis=1)
print("2 - 2 cosine    ", *np.round(2 - 2 * cosine, 3))
print("squared distance", *np.round(squared, 3))
