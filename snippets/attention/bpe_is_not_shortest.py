"""Shows that merging by rank need not give the fewest tokens of a vocabulary."""

from itertools import pairwise


def bpe(text, merges):
    tokens = list(text)
    while known := [pair for pair in pairwise(tokens) if pair in merges]:
        best = min(known, key=merges.index)
        i = list(pairwise(tokens)).index(best)  # one place at a time
        tokens[i : i + 2] = ["".join(best)]
    return tokens


def fewest(text, vocabulary):  # best[i]: a shortest segmentation of text[:i]
    best = [[]]
    for end in range(1, len(text) + 1):
        options = [
            best[start] + [text[start:end]]
            for start in range(end)
            if text[start:end] in vocabulary
        ]
        best.append(min(options, key=len))
    return best[-1]


merges = [("h", "e"), ("t", "h"), ("e", "n"), ("i", "n")]
vocabulary = set("thein") | {left + right for left, right in merges}
for text in ("thin", "then"):
    print(f"{text}: by rank {bpe(text, merges)}, fewest {fewest(text, vocabulary)}")
