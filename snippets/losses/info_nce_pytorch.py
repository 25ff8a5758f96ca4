"""Shows that InfoNCE is F.cross_entropy on a similarity matrix with diagonal labels."""

import numpy as np
import torch
import torch.nn.functional as F


def info_nce(queries, keys, temperature):  # (N, d) each; row i belongs to row i
    logits = F.normalize(queries) @ F.normalize(keys).T / temperature  # (N, N)
    return F.cross_entropy(logits, torch.arange(len(logits), device=logits.device))


def symmetric(images, texts, temperature):
    one_way = info_nce(images, texts, temperature)
    return (one_way + info_nce(texts, images, temperature)) / 2


rng = np.random.default_rng(0)
images, noise = map(
    torch.tensor, (rng.normal(size=(64, 32)), rng.normal(size=(64, 32)))
)
collapsed = torch.ones_like(images)
print(f"unrelated texts: {symmetric(images, noise, 0.07):.3f}")
print(f"noisy texts:     {symmetric(images, images + noise, 0.07):.3f}")
print(f"image to text:   {info_nce(images, images + noise, 0.07):.3f}")
print(f"text to image:   {info_nce(images + noise, images, 0.07):.3f}")
print(f"all collapsed:   {symmetric(collapsed, collapsed, 0.07):.3f}")
print(f"log N:           {np.log(64):.3f}")
