"""Shows bias and spread of IPS, SNIPS, direct method and doubly robust estimates."""

import numpy as np

REWARD = np.array([[0.10, 0.30, 0.20], [0.40, 0.20, 0.60]])  # (contexts, actions)
LOGGING = np.array([[0.70, 0.20, 0.10], [0.60, 0.30, 0.10]])
TARGET = np.array([[0.10, 0.70, 0.20], [0.20, 0.10, 0.70]])
CONTEXT = np.array([0.6, 0.4])


def estimates(x, a, r, target, propensity, model):
    # x, a, r: (logs, rows); target, propensity, model: (contexts, actions)
    w = target[x, a] / propensity[x, a]
    direct = (target * model).sum(1)[x]
    return {
        "IPS": (w * r).mean(1),
        "SNIPS": (w * r).sum(1) / w.sum(1),
        "direct": direct.mean(1),
        "DR": (direct + w * (r - model[x, a])).mean(1),
    }


def log(rng, shape):
    x = (rng.random(shape) < CONTEXT[1]).astype(int)
    a = (rng.random((*shape, 1)) > LOGGING.cumsum(1)[x]).sum(-1)
    return x, a, (rng.random(shape) < REWARD[x, a]).astype(float)


truth = CONTEXT @ (TARGET * REWARD).sum(1)
rows = log(np.random.default_rng(0), (2_000, 500))
wrong_model = np.full((2, 3), 0.2)
wrong_propensity = np.full((2, 3), 1 / 3)

print(f"true value {truth:.3f}; 2000 logs of 500 rows; bias, and spread in brackets")
for propensity, propensities in ((LOGGING, "right"), (wrong_propensity, "wrong")):
    for model, kind in ((wrong_model, "wrong"), (REWARD, "right")):
        print(f"{propensities} propensities, {kind} reward model")
        for name, value in estimates(*rows, TARGET, propensity, model).items():
            print(f"  {name:6s} {value.mean() - truth:z7.3f} ({value.std():.3f})")
