"""Shows InfoNCE with in-batch negatives, one way and in CLIP's symmetric form."""

import numpy as np


def normalise(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def log_softmax(z):  # along the rows
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def info_nce(queries, keys, temperature):  # (N, d) each; row i belongs to row i
    logits = normalise(queries) @ normalise(keys).T / temperature  # (N, N)
    return -np.diag(log_softmax(logits)).mean()


def symmetric(images, texts, temperature):
    one_way = info_nce(images, texts, temperature)
    return (one_way + info_nce(texts, images, temperature)) / 2


rng = np.random.default_rng(0)
images = rng.normal(size=(64, 32))
noise = rng.normal(size=(64, 32))
print(f"unrelated texts: {symmetric(images, noise, 0.07):.3f}")
print(f"noisy texts:     {symmetric(images, images + noise, 0.07):.3f}")
print(f"image to text:   {info_nce(images, images + noise, 0.07):.3f}")
print(f"text to image:   {info_nce(images + noise, images, 0.07):.3f}")
print(f"all collapsed:   {symmetric(np.ones((64, 32)), np.ones((64, 32)), 0.07):.3f}")
print(f"log N:           {np.log(64):.3f}")
