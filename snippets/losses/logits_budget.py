"""Shows how much memory the logits of a batch take, and how long a chunk may be."""

BYTES = 4  # float32; the logits and their gradient exist at the same time


def logits_gib(tokens, vocabulary):
    return 2 * tokens * vocabulary * BYTES / 2**30


def longest_chunk(vocabulary, gib):
    return int(gib * 2**30 // (2 * vocabulary * BYTES))


tokens, vocabulary = 16 * 4096, 256_000
print(
    f"logits and gradient of {tokens} tokens: {logits_gib(tokens, vocabulary):.1f} GiB"
)
print(f"tokens in a chunk of 1 GiB: {longest_chunk(vocabulary, gib=1)}")
