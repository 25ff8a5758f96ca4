"""Shows SigLIP's pairwise sigmoid: no softmax, so blocks add up, and a bias matters."""

import numpy as np


def softplus(x):
    return np.logaddexp(0, x)


def siglip_sum(images, texts, positives, scale, bias):  # unit rows; positives: ±1
    logits = scale * images @ texts.T + bias
    return softplus(-positives * logits).sum()  # -log sigmoid(±logit), over all pairs


def constant_logit_loss(bias, N):  # per image: 1 positive and N - 1 negatives
    return softplus(-bias) + (N - 1) * softplus(bias)


def unit_rows(rng, N, d):
    x = rng.normal(size=(N, d))
    return x / np.linalg.norm(x, axis=1, keepdims=True)


rng = np.random.default_rng(0)
N = 1024
images, texts, labels = unit_rows(rng, N, 64), unit_rows(rng, N, 64), 2 * np.eye(N) - 1
for bias in (0, -10):
    whole = siglip_sum(images, texts, labels, 10, bias) / N
    print(f"loss at the start, N = {N}, bias {bias}: {whole:.1f}")
blocks = [  # as if each fourth of the texts lived on another device
    siglip_sum(images, texts[part], labels[:, part], 10, -10) / N
    for part in np.split(np.arange(N), 4)
]
print(f"sum of the losses of 4 blocks: {sum(blocks):.1f}")
for N in (16, 32768):
    best = -np.log(N - 1)
    print(f"N = {N}: the best constant logit is -log(N - 1) = {best:.1f}")
    print(f"  loss there {constant_logit_loss(best, N):.1f}", end="")
    print(f", at logit 0 {constant_logit_loss(0, N):.0f}")
