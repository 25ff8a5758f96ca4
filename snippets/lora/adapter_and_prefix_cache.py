"""Shows which adapters leave the cached keys and values of a shared prompt valid."""

import numpy as np

rng = np.random.default_rng(0)
d, tokens, prompt = 16, 8, 6
base = rng.standard_normal((2, 4, d, d)) / np.sqrt(d)  # (layers, q k v o, d_out, d_in)
update = rng.standard_normal((d, 1)) @ rng.standard_normal((1, d)) / d  # rank 1
x = rng.standard_normal((tokens, d))


def attend(q, k, v):
    scores = np.where(np.tri(len(q), dtype=bool), q @ k.T / np.sqrt(d), -np.inf)
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    return p / p.sum(axis=1, keepdims=True) @ v


def cache(x, adapted, first=0):
    # keys and values of all layers; adapted matrices get the update from token `first`
    kept = []
    for layer, weights in enumerate(base):
        on = (np.arange(len(x)) >= first)[:, None]

        def project(h, which, weights=weights, layer=layer, on=on):
            extra = ((layer, "qkvo"[which]) in adapted) * on * (h @ update.T)
            return h @ weights[which].T + extra

        q, k, v = (project(x, which) for which in range(3))
        kept.append((k, v))
        x = x + project(attend(q, k, v), 3)
    return np.array(kept)  # (layers, k v, tokens, d)


plain = cache(x, set())[:, :, :prompt]
every = {(layer, name) for layer in range(2) for name in "qkvo"}
cases = {
    "all matrices": (every, 0),
    "q of the first layer": ({(0, "q")}, 0),
    "q and o of the last layer": ({(1, "q"), (1, "o")}, 0),
    "all, active after the prompt": (every, prompt),
}
for name, (adapted, first) in cases.items():
    changed = cache(x, adapted, first)[:, :, :prompt]
    valid = np.isclose(changed, plain).all(axis=(1, 2, 3)).tolist()
    print(f"{name:30s} prompt's cache valid, layer by layer: {valid}")
