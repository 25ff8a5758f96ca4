"""Shows byte-pair encoding: merges learned from counts, then applied by rank."""

import re
from collections import Counter
from itertools import pairwise


def pieces(text):  # no merge crosses these borders; a word keeps its leading space
    found = re.findall(r" ?\w+| ?[^\w\s]+|\s", text)
    return [tuple(bytes([byte]) for byte in piece.encode()) for piece in found]


def merge(tokens, pair):
    merged = []
    for token in tokens:
        if merged and (merged[-1], token) == pair:
            merged[-1] += token
        else:
            merged.append(token)
    return merged


def train(text, n_merges):
    frequency = Counter(pieces(text))
    split = {piece: piece for piece in frequency}  # at first into single bytes
    merges = []
    for _ in range(n_merges):
        counts = Counter()
        for piece, tokens in split.items():
            for pair in pairwise(tokens):
                counts[pair] += frequency[piece]
        if not counts:
            break
        merges.append(max(counts, key=counts.get))  # ties: the pair seen first
        split = {piece: merge(tokens, merges[-1]) for piece, tokens in split.items()}
    return merges


def encode(text, merges):
    encoded = []
    for tokens in pieces(text):
        while known := [pair for pair in pairwise(tokens) if pair in merges]:
            tokens = merge(tokens, min(known, key=merges.index))
        encoded += tokens
    return encoded


text = "the lowest tower is lower than the newest tower, the newest is the tallest"
merges = train(text, 12)
print("merges:", *[left + right for left, right in merges])
for example in ("the newest lower tower", "the taller owl", "東🙂"):
    tokens = encode(example, merges)
    print(f"{len(example.encode()):2d} bytes, {len(tokens):2d} tokens", tokens)
    assert b"".join(tokens).decode() == example  # decoding

used = encode(text, merges)
idle = [left + right for left, right in merges if left + right not in used]
print("learned, but used nowhere in the training text:", idle)
