"""Shows clipping by the norm of all gradients together, and what other ways do."""

import numpy as np


def flat(gradients):
    return np.concatenate([g.ravel() for g in gradients])


def clip_global_norm(gradients, limit):
    norm = np.linalg.norm(flat(gradients))  # one norm for all parameters
    factor = np.minimum(1, limit / (norm + 1e-6))  # as PyTorch; NaN stays NaN
    return [factor * g for g in gradients], norm  # the norm before clipping


def clip_each_tensor(gradients, limit):
    return [clip_global_norm([g], limit)[0][0] for g in gradients]


def clip_by_value(gradients, limit):
    return [np.clip(g, -limit, limit) for g in gradients]


def cosine(a, b):
    a, b = flat(a), flat(b)
    return a @ b / np.linalg.norm(a) / np.linalg.norm(b)


LIMIT = 1.0
gradients = [np.array([[6.0, 0.3], [0.2, 0.1]]), np.array([0.5, -8.0])]
clipped, norm = clip_global_norm(gradients, LIMIT)
ways = {
    "global norm": clipped,
    "each tensor": clip_each_tensor(gradients, LIMIT),
    "by value": clip_by_value(gradients, LIMIT),
}
print(f"norm before clipping: {norm:.2f}")
for name, after in ways.items():
    length = np.linalg.norm(flat(after))
    print(f"{name:12} norm {length:.3f}, cosine {cosine(gradients, after):.3f}")

scale = 65536  # fp16: the loss, and so the gradients, are this much too large
scaled = [scale * g for g in gradients]
too_early, _ = clip_global_norm(scaled, LIMIT)
print(f"clipped, then unscaled: norm {np.linalg.norm(flat(too_early)) / scale:.1e}")

gradients[0][0, 0] = np.inf
with np.errstate(invalid="ignore"):
    poisoned, norm = clip_global_norm(gradients, LIMIT)
print("with one inf: norm", norm, "gradients", *flat(poisoned) + 0.0)
