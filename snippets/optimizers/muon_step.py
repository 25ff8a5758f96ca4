"""Shows a whole Muon step and how large its update is for each shape of matrix."""

import numpy as np


def orthogonalise(matrix):
    x = matrix / np.linalg.norm(matrix)
    for _ in range(5):
        gram = x @ x.T
        x = 3.4445 * x + (-4.7750 * gram + 2.0315 * gram @ gram) @ x
    return x


def shape_factor(rows, columns, match_adamw):
    if match_adamw:  # Moonlight
        return 0.2 * np.sqrt(max(rows, columns))
    return np.sqrt(max(1, rows / columns))  # the original


def muon_step(weights, momentum, gradient, lr, decay=0.1, beta=0.95, match_adamw=False):
    momentum = beta * momentum + (1 - beta) * gradient
    look_ahead = beta * momentum + (1 - beta) * gradient  # Nesterov
    update = shape_factor(*weights.shape, match_adamw) * orthogonalise(look_ahead)
    return weights - lr * (update + decay * weights), momentum


rng = np.random.default_rng(0)
print("   shape    root mean square of the update / learning rate")
print("                original   match AdamW")
for rows, columns in ((64, 64), (256, 64), (64, 256), (256, 256)):
    gradient, zero = rng.normal(size=(rows, columns)), np.zeros((rows, columns))
    rms = [
        np.sqrt(np.mean(muon_step(zero, zero, gradient, 1, match_adamw=m)[0] ** 2))
        for m in (False, True)
    ]
    print(f"{rows:4d} x {columns:<4d} {rms[0]:12.3f} {rms[1]:12.2f}")
