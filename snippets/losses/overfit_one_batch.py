"""Shows a healthy and five broken classifiers that must overfit one batch."""

import matplotlib.pyplot as plt
import numpy as np
import torch
import torch.nn.functional as F

LABELS = torch.tensor([0] * 7 + [1] * 4 + [2] * 3 + [3] * 2)


def start(scale=1.0, hidden_bias=0.0):
    rng = np.random.default_rng(0)
    w1, w2 = (
        rng.standard_normal((8, 32)) / 8**0.5,
        rng.standard_normal((32, 4)) / 32**0.5,
    )
    weights = [scale * w1, np.full(32, hidden_bias), scale * w2, np.zeros(4)]
    return [torch.tensor(w, requires_grad=True) for w in weights]


def logits(x, w1, b1, w2, b2):
    return F.relu(x @ w1 + b1) @ w2 + b2


def overfit(weights, loss=F.cross_entropy, inputs=lambda x: x, labels=LABELS):
    x = inputs(torch.tensor(np.random.default_rng(1).standard_normal((16, 8))))
    curve = []
    for _ in range(400):
        value = loss(logits(x, *weights), labels)
        for w, slope in zip(weights, torch.autograd.grad(value, weights)):
            w.data -= 2 * slope
        curve.append(value.item())
    return curve


def twice(z, y):
    return F.cross_entropy(z.softmax(1), y)


curves = {
    "healthy": overfit(start()),
    "labels reversed": overfit(start(), labels=LABELS.flip(0)),
    "all weights zero": overfit(start(scale=0.0)),
    "dead ReLUs": overfit(start(hidden_bias=-100.0)),
    "inputs all zero": overfit(start(), inputs=torch.zeros_like),
    "softmax twice": overfit(start(), loss=twice),
}
shares = LABELS.bincount() / 16
entropy, floor = torch.special.entr(shares).sum(), np.log(3 + np.e) - 1
print(f"entropy of the labels {entropy:.2f}, floor of two softmaxes {floor:.2f}")
for name, curve in curves.items():
    print(f"{name:17s} from {curve[0]:.2f} to {curve[-1]:.2f}")
    plt.plot(curve, label=name)
plt.xlabel("step")
plt.ylabel("loss of the batch")
plt.legend()
plt.show()
