"""Shows the vocabulary that is cheapest per byte, for a small and a large model."""

import matplotlib.pyplot as plt
import numpy as np
from tokenizers import Tokenizer, models, pre_tokenizers, trainers


def train(text, vocabulary_size):  # a byte-level BPE
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary_size,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator([text], trainer)
    return tokenizer


def bytes_per_token(text, vocabulary_size):
    return len(text.encode()) / len(train(text, vocabulary_size).encode(text).ids)


def block_parameters(layers, d):  # attention 4d², MLP 8d²
    return 12 * layers * d**2


def flops_per_byte(vocabulary_size, length, layers, d):  # of the forward pass
    weights = block_parameters(layers, d) + vocabulary_size * d  # and the output matrix
    return 2 * weights / length  # length: bytes per token


rng = np.random.default_rng(0)
syllables = np.array([c + v for c in "bcdfghklmnprstvw" for v in "aeiou"])
lexicon = ["".join(rng.choice(syllables, rng.integers(1, 5))) for _ in range(5000)]
frequency = 1 / np.arange(1, 5001)  # Zipf's law
text = " ".join(rng.choice(lexicon, 24_000, p=frequency / frequency.sum()))

sizes = np.array([256, 512, 1024, 2048, 4096])
lengths = np.array([bytes_per_token(text, size) for size in sizes])
print("entries        ", *(f"{size:6d}" for size in sizes))
print("bytes per token", *(f"{length:6.2f}" for length in lengths))
for layers, d in ((2, 64), (4, 192), (12, 768)):
    cost = flops_per_byte(sizes, lengths, layers, d)
    share = sizes * d / (sizes * d + block_parameters(layers, d))
    print(f"{layers} layers of width {d}: cheapest of these is {sizes[cost.argmin()]}")
    print("  tied embedding", *(f"{s:6.1%}" for s in share))
    print("  relative cost ", *(f"{c:6.2f}" for c in cost / cost[0]))
    plt.plot(sizes, cost / cost[0], marker="o", label=f"{layers} layers of {d}")
plt.xscale("log", base=2)
plt.xlabel("entries of the vocabulary")
plt.ylabel("operations per byte, 256 entries = 1")
plt.legend()
plt.show()
