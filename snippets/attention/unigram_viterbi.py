"""Shows the unigram model: the best segmentation, and the sum over all of them."""

import numpy as np


def viterbi(text, log_p):
    best = np.full(len(text) + 1, -np.inf)  # best[i]: of the first i characters
    best[0] = 0
    last = {}  # where the last piece of the best segmentation begins
    for end in range(1, len(text) + 1):
        for start in range(end):
            score = best[start] + log_p.get(text[start:end], -np.inf)
            if score > best[end]:
                best[end], last[end] = score, start
    segmentation, end = [], len(text)
    while end:
        segmentation.insert(0, text[last[end] : end])
        end = last[end]
    return segmentation, best[-1]


def log_likelihood(text, log_p):  # the same recursion, logaddexp in place of max
    total = np.full(len(text) + 1, -np.inf)
    total[0] = 0
    for end in range(1, len(text) + 1):
        for start in range(end):
            score = total[start] + log_p.get(text[start:end], -np.inf)
            total[end] = np.logaddexp(total[end], score)
    return total[-1]


def longest_match(text, vocabulary):  # how WordPiece encodes a word
    segmentation = []
    while text:
        end = max(i for i in range(1, len(text) + 1) if text[:i] in vocabulary)
        segmentation.append(text[:end])
        text = text[end:]
    return segmentation


counts = {"now": 20, "no": 40, "here": 30, "where": 60, "he": 20, "re": 10}
counts |= dict.fromkeys("nowher", 5)
log_p = {piece: np.log(n / sum(counts.values())) for piece, n in counts.items()}

segmentation, score = viterbi("nowhere", log_p)
greedy = longest_match("nowhere", counts)
print(f"best      {' '.join(segmentation):10s} log p {score:.3f}")
print(f"greedy    {' '.join(greedy):10s} log p {sum(log_p[p] for p in greedy):.3f}")
total = log_likelihood("nowhere", log_p)
print(f"all segmentations    log p {total:.3f}")
print(f"share of the best one {np.exp(score - total):.3f}")
