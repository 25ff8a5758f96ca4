"""Shows one text under five vocabularies: perplexity rises while the code shortens."""

from collections import Counter
from itertools import pairwise

import numpy as np


def merge(tokens, pair):
    merged = []
    for token in tokens:
        if merged and (merged[-1], token) == pair:
            merged[-1] += token
        else:
            merged.append(token)
    return merged


def train(words, n_merges):  # byte-pair encoding within words; the text is ASCII
    frequency = Counter(words)
    split = {word: list(word) for word in frequency}
    merges = []
    for _ in range(n_merges):
        counts = Counter()
        for word, tokens in split.items():
            for pair in pairwise(tokens):
                counts[pair] += frequency[word]
        merges.append(max(counts, key=counts.get))
        split = {word: merge(tokens, merges[-1]) for word, tokens in split.items()}
    return merges


def tokenise(words, merges):
    split = {word: list(word) for word in set(words)}
    for pair in merges:
        split = {word: merge(tokens, pair) for word, tokens in split.items()}
    return [token for word in words for token in split[word]]


def score(train_tokens, test_tokens, vocabulary_size):  # a model of token frequencies
    counts = Counter(train_tokens)
    total = len(train_tokens) + vocabulary_size  # add one to each count
    bits = [-np.log2((counts[token] + 1) / total) for token in test_tokens]
    return 2 ** np.mean(bits), np.sum(bits) / len("".join(test_tokens))  # ASCII


rng = np.random.default_rng(0)
syllables = [c + v for c in "bdfgklmnprst" for v in "aeiou"]
lexicon = ["".join(rng.choice(syllables, 2)) + " " for _ in range(300)]
frequency = 1 / np.arange(1, 301)  # Zipf's law
words = rng.choice(lexicon, 6000, p=frequency / frequency.sum()).tolist()
fit, held_out = words[:5000], words[5000:]
n_letters = len(set("".join(words)))

print("merges  tokens  perplexity  bits per byte")
for n_merges in (0, 20, 60, 150, 300):
    merges = train(fit, n_merges)
    tokens, test_tokens = tokenise(fit, merges), tokenise(held_out, merges)
    perplexity, per_byte = score(tokens, test_tokens, n_letters + n_merges)
    print(f"{n_merges:6d}  {len(test_tokens):6d}  {perplexity:10.1f}  {per_byte:13.3f}")
