"""Shows global and layer-wise magnitude pruning, and what a harmless rescaling does."""

import numpy as np


def keep_largest(w, share):
    kept = round(share * w.size)
    threshold = np.sort(np.abs(w), axis=None)[w.size - kept]
    return np.where(np.abs(w) >= threshold, w, 0)


def prune_by_layer(layers, share):
    return [keep_largest(w, share) for w in layers]


def prune_globally(layers, share):
    pooled = keep_largest(np.concatenate([w.ravel() for w in layers]), share)
    ends = np.cumsum([w.size for w in layers])[:-1]
    parts = np.split(pooled, ends)
    return [part.reshape(w.shape) for part, w in zip(parts, layers, strict=True)]


def network(layers, x):
    for w in layers[:-1]:
        x = np.maximum(x @ w, 0)
    return x @ layers[-1]


rng = np.random.default_rng(0)
shapes = (64, 128), (128, 128), (128, 10)
layers = [rng.standard_t(4, shape) / np.sqrt(shape[0]) for shape in shapes]
rescaled = [layers[0] * 4, layers[1] / 4, layers[2]]  # ReLU: the same function
x = rng.standard_normal((200, 64))
exact = network(layers, x)
same = np.allclose(network(rescaled, x), exact)
print(f"rescaled network computes the same: {same}")
print("30 % kept           share kept in each layer  output error")
for name, method, model in (
    ("by layer", prune_by_layer, layers),
    ("by layer, rescaled", prune_by_layer, rescaled),
    ("global", prune_globally, layers),
    ("global, rescaled", prune_globally, rescaled),
):
    pruned = method(model, 0.3)
    shares = "".join(f"{np.mean(w != 0):8.2f}" for w in pruned)
    error = np.linalg.norm(network(pruned, x) - exact) / np.linalg.norm(exact)
    print(f"{name:20s}{shares}{error:14.2f}")
