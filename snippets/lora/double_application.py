"""Shows the four states of an adapter, and a stored probe that tells them apart."""

import numpy as np


class AdaptedLinear:
    def __init__(self, W, A, B, scaling):
        self.W, self.A, self.B, self.scaling = W.copy(), A, B, scaling
        self.active, self.merged = True, False

    def merge(self):
        if self.merged:
            raise RuntimeError(
                "already merged: a second merge would apply the update twice"
            )
        self.W += self.scaling * self.B @ self.A
        self.merged, self.active = True, False

    def __call__(self, x):
        y = x @ self.W.T
        if self.active:
            y = y + self.scaling * x @ self.A.T @ self.B.T
        return y


rng = np.random.default_rng(0)
d, r = 32, 4
W, A, B = (
    rng.standard_normal((d, d)),
    rng.standard_normal((r, d)),
    rng.standard_normal((d, r)),
)
probe = rng.standard_normal((3, d))
layer = AdaptedLinear(W, A, B, 0.5)
golden = layer(probe)  # stored with the adapter when it was evaluated
update = golden - probe @ W.T


def report(state):
    y = layer(probe)
    off = np.linalg.norm(y - golden) / np.linalg.norm(update)
    print(f"{state:34s}off by {off:.1f} updates, passes: {np.allclose(y, golden)}")


report("adapter active")
layer.active = False
report("adapter lost: the base answers")
layer.merge()
report("merged, adapter off")
layer.active = True
report("merged, adapter still active")
try:
    layer.merge()
except RuntimeError as problem:
    print(f"second merge: RuntimeError: {problem}")
