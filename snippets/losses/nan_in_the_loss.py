"""Shows seven ways to a NaN or infinite loss, each beside its repair."""

import torch
import torch.nn.functional as F


def masked_mean(values, mask):
    return values[mask].sum() / mask.sum().clamp(min=1)


def masked_softmax(scores, mask):  # finite, so that a row without any key gives zeros
    lowest = torch.finfo(scores.dtype).min
    return scores.masked_fill(~mask, lowest).softmax(-1) * mask


def descend(x, rate):  # on x²
    for _ in range(200):
        x = x - rate * 2 * x
    return x


z = torch.tensor([200.0, 0.0])  # logits
nobody = torch.zeros(2, dtype=torch.bool)
cases = {  # cause: naive, repaired, argument
    "log 0": (lambda x: -torch.sigmoid(-x).log()[0], lambda x: F.softplus(x)[0], z),
    "0 log 0": (
        lambda x: -(x.softmax(0) * x.softmax(0).log()).sum(),
        lambda x: x.logsumexp(0) - (x.softmax(0) * x).sum(),
        z,
    ),
    "inf / inf": (lambda x: x.exp()[0] / x.exp().sum(), lambda x: x.softmax(0)[0], z),
    "float16 overflow": (
        lambda x: x.square().mean(),
        lambda x: x.float().square().mean(),
        torch.tensor([300.0], dtype=torch.float16),
    ),
    "nothing to average": (
        lambda x: x[nobody].mean(),
        lambda x: masked_mean(x, nobody),
        z,
    ),
    "all scores masked": (
        lambda x: x.masked_fill(~nobody, -torch.inf).softmax(0)[0],
        lambda x: masked_softmax(x, nobody)[0],
        z,
    ),
    "step too long": (
        lambda x: descend(x, rate=2)[0],
        lambda x: descend(x, rate=0.2)[0],
        z,
    ),
}
print("cause                 naive   repaired  its gradient")
for cause, (naive, repaired, x) in cases.items():
    x.requires_grad_()
    value = repaired(x)
    (gradient,) = torch.autograd.grad(value, x)
    verdict = "finite" if gradient.isfinite().all() else "not finite"
    print(f"{cause:18s} {naive(x).item():8.1f} {value.item():10.1f}  {verdict}")
