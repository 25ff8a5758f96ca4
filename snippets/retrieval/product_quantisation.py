"""Shows product quantisation: short codes, distances by table, then re-ranking."""

import numpy as np


def squared_distances(a, b):  # (n, d), (m, d) -> (n, m)
    return np.sum(a**2, axis=1)[:, None] + np.sum(b**2, axis=1) - 2 * a @ b.T


def train(points, parts, size, rounds=12):  # -> codebooks (parts, size, d / parts)
    codebooks = []
    for block in np.split(points, parts, axis=1):
        codewords = block[:size].copy()
        for _ in range(rounds):  # k-means in each part of the coordinates
            code = np.argmin(squared_distances(block, codewords), axis=1)
            for c in np.unique(code):
                codewords[c] = block[code == c].mean(axis=0)
        codebooks.append(codewords)
    return np.array(codebooks)


def encode(points, codebooks):  # -> codes (n, parts)
    blocks = np.split(points, len(codebooks), axis=1)
    gaps = map(squared_distances, blocks, codebooks)
    return np.column_stack([np.argmin(g, axis=1) for g in gaps])


def decode(codes, codebooks):
    parts = codebooks[np.arange(len(codebooks)), codes]  # (n, parts, d / parts)
    return parts.reshape(len(codes), -1)


def table_distances(query, codes, codebooks):  # asymmetric: the query stays exact
    parts = len(codebooks)
    differences = codebooks - query.reshape(parts, 1, -1)
    table = np.sum(differences**2, axis=2)  # (parts, size), once a query
    return table[np.arange(parts), codes].sum(axis=1)  # parts look-ups a document


rng = np.random.default_rng(0)
mixing = rng.normal(size=(12, 32))  # 32 correlated numbers
points = rng.normal(size=(4100, 12)) @ mixing + 0.3 * rng.normal(size=(4100, 32))
docs, queries = points[:4000], points[4000:]
truth = np.argsort(squared_distances(queries, docs), axis=1)[:, :10]

print("parts  bits  error  recall@10  with 50 re-ranked")
for parts in (2, 4, 8, 16):
    codebooks = train(docs[:2000], parts, 16)  # 16 codewords: 4 bits a part
    codes = encode(docs, codebooks)
    error = np.sum((docs - decode(codes, codebooks)) ** 2) / np.sum(docs**2)
    alone, reranked = 0, 0
    for i, query in enumerate(queries):
        short = np.argsort(table_distances(query, codes, codebooks))[:50]
        exact = np.argsort(np.sum((docs[short] - query) ** 2, axis=1))
        alone += len(set(short[:10]) & set(truth[i])) / truth.size
        reranked += len(set(short[exact[:10]]) & set(truth[i])) / truth.size
    print(f"{parts:5d} {4 * parts:5d} {error:6.2f} {alone:10.2f} {reranked:18.2f}")
