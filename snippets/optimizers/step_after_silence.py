"""Shows gradients after long silence: Adam moves by more than lr, and goes on."""

import numpy as np


def moves(gradients, betas=(0.9, 0.999), eps=1e-8, skip_zeros=False):
    m = v = 0.0
    sizes = []  # in units of lr
    for t, g in enumerate(gradients, start=1):
        if skip_zeros and g == 0:  # as torch.optim.SparseAdam does with absent rows
            sizes.append(0.0)
            continue
        m = betas[0] * m + (1 - betas[0]) * g
        v = betas[1] * v + (1 - betas[1]) * g * g
        m_hat, v_hat = m / (1 - betas[0] ** t), v / (1 - betas[1] ** t)
        sizes.append(m_hat / (np.sqrt(v_hat) + eps))
    return np.array(sizes)


def largest_possible(beta1, beta2):  # by Cauchy-Schwarz, long after the start
    return (1 - beta1) / np.sqrt((1 - beta2) * (1 - beta1**2 / beta2))


once, growing = np.zeros(10_200), np.zeros(10_200)
once[10_000] = 1  # a rare token appears once; its size does not matter
growing[10_100:] = (0.999 / 0.9) ** np.arange(100)  # the worst case: a growing burst
for name, gradients, options in [
    ("one gradient", once, {}),
    ("the same, beta2 0.95", once, {"betas": (0.9, 0.95)}),
    ("the same, zeros skipped", once, {"skip_zeros": True}),
    ("a growing burst", growing, {}),
]:
    sizes = moves(gradients, **options)
    print(f"{name:24s} largest step {sizes.max():.2f} lr, in all {sizes.sum():6.2f} lr")
print(f"largest possible step: {largest_possible(0.9, 0.999):.2f} lr")
