"""Shows that Adam's first steps are its largest where gradients are mostly noise."""

import matplotlib.pyplot as plt
import numpy as np


def update_sizes(gradients, betas=(0.9, 0.999)):  # (steps, coordinates), lr 1
    m = v = 0.0
    sizes = []
    for t, g in enumerate(gradients, start=1):
        m = betas[0] * m + (1 - betas[0]) * g
        v = betas[1] * v + (1 - betas[1]) * g**2
        update = m / (1 - betas[0] ** t) / np.sqrt(v / (1 - betas[1] ** t))
        sizes.append(np.sqrt(np.mean(update**2)))
    return np.array(sizes)


noise = np.random.default_rng(0).normal(size=(300, 4000))
pure_noise, pure_signal = update_sizes(noise), update_sizes(np.ones((300, 1)))
limit = np.sqrt((1 - 0.9) / (1 + 0.9))  # of a mean over independent gradients
for t in (1, 3, 10, 30, 100, 300):
    print(f"update {t:3d}: {pure_noise[t - 1]:.2f} learning rates per weight")
print(f"long run: {limit:.2f}, so the first update is {1 / limit:.1f} times as long")

t = np.arange(1, 301)
plt.semilogx(t, pure_signal, label="constant gradient")
plt.semilogx(t, pure_noise, label="pure noise")
plt.semilogx(t, pure_noise * np.minimum(1, t / 100), label="pure noise, warm-up 100")
plt.xlabel("update")
plt.ylabel("step per weight / peak rate")
plt.legend()
plt.show()
