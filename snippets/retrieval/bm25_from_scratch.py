"""Shows BM25: rare words weigh more, repetition saturates, length is discounted."""

from collections import Counter
from math import log


def build(texts):
    counts = [Counter(text.lower().split()) for text in texts]
    df = Counter(term for count in counts for term in count)  # documents with the term
    return counts, df, sum(count.total() for count in counts) / len(counts)


def idf(term, index):  # never negative: the 1 is Lucene's
    counts, df, _ = index
    return log(1 + (len(counts) - df[term] + 0.5) / (df[term] + 0.5))


def bm25(query, index, k1=1.2, b=0.75):  # -> one score a document
    counts, _, mean_length = index
    scores = []
    for count in counts:
        norm = k1 * (1 - b + b * count.total() / mean_length)
        terms = [term for term in query.lower().split() if count[term]]
        parts = [
            idf(term, index) * count[term] / (count[term] + norm) for term in terms
        ]
        scores.append(sum(parts))
    return scores


texts = [
    "reset the router after error E404",
    "the page could not be found",
    "the the the the guide for the router and the other parts of the house",
    "error error error error error error error error",
]
index = build(texts)
print("idf:", *[f"{term} {idf(term, index):.2f}" for term in ("the", "error", "e404")])
for query in ("error E404", "the error", "missing website"):
    scores = [f"{score:.2f}" for score in bm25(query, index)]
    print(f"{query:<16}", *scores)
