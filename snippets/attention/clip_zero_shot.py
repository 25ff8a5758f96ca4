"""Shows zero-shot classification with two towers, on synthetic embeddings."""

import numpy as np


def normalise(x):
    return x / np.linalg.norm(x, axis=-1, keepdims=True)


def class_vectors(prompts):  # (classes, templates, d): average directions, then rescale
    return normalise(normalise(prompts).mean(axis=1))


def accuracy(images, vectors, labels):
    return ((images @ vectors.T).argmax(axis=1) == labels).mean()


rng = np.random.default_rng(0)
classes, templates, d, n = 50, 32, 64, 4000
concepts = normalise(rng.normal(size=(classes, d)))
gap = 3 * normalise(rng.normal(size=d))  # the towers fill different regions
labels = rng.integers(classes, size=n)
images = concepts[labels] + 0.2 * rng.normal(size=(n, d))
lengths = rng.uniform(0.3, 3, size=(classes, templates, 1))  # the text tower's norms
prompts = lengths * (concepts[:, None] + gap)
prompts += lengths * 0.3 * rng.normal(size=prompts.shape)

for count in (1, 4, 32):
    score = accuracy(images, class_vectors(prompts[:, :count]), labels)
    print(f"{count:2d} templates a class: accuracy {score:.2f}")
raw = accuracy(images, prompts[:, 0], labels)
print(f" 1 template, not normalised: {raw:.2f}")
matched = (normalise(images) * class_vectors(prompts)[labels]).sum(axis=1).mean()
print(f"mean cosine of an image and its own class: {matched:.2f}")
