"""Shows nine tasks with the shapes of head and target, their loss and their metric."""

import torch
from torch.nn import functional as F

N, D, K, T = 6, 5, 4, 8  # examples, features, classes or labels, steps of time
torch.manual_seed(0)
hidden = torch.randn(N, D)
one, many = torch.randn(N, D), torch.randn(N, T, D)  # a second tower, a sequence


def head(inputs, outputs):
    return torch.nn.Linear(D, outputs)(inputs)


def ordinal_loss(z, y):  # z (n, K - 1): the logit of "above level k" for each k
    above = (y[:, None] > torch.arange(K - 1)).float()
    return F.binary_cross_entropy_with_logits(z, above)


def hazard_loss(z, y):  # z (n, T): the logit of the event at t, given none before
    time, happened = y.T
    steps = torch.arange(T)
    at_risk = steps <= time[:, None]  # a censored row says "no" up to its last step
    event = (steps == time[:, None]) & (happened[:, None] == 1)
    losses = F.binary_cross_entropy_with_logits(z, event.float(), reduction="none")
    return losses[at_risk].sum() / N


def tagging_loss(z, y):  # cross_entropy wants the classes second: (n, K, T)
    return F.cross_entropy(z.mT, y)


binary, multi, index = torch.tensor([0.0, 1.0]), torch.eye(K), torch.arange(K)
cycle = torch.arange(N)
TASKS = {
    "binary": (head(hidden, 1).squeeze(1), binary[cycle % 2],
               F.binary_cross_entropy_with_logits, "average precision"),
    "multi-class": (head(hidden, K), index[cycle % K], F.cross_entropy, "accuracy"),
    "multi-label": (head(hidden, K), multi[cycle % K] + multi[(cycle + 1) % K],
                    F.binary_cross_entropy_with_logits, "F1 per label"),
    "regression": (head(hidden, 1).squeeze(1), cycle / 2, F.mse_loss, "MAE, R²"),
    "count": (head(hidden, 1).squeeze(1), cycle.float(), F.poisson_nll_loss, "deviance"),
    "ordinal": (head(hidden, K - 1), index[cycle % K], ordinal_loss, "MAE of the grade"),
    "survival": (head(hidden, T), torch.stack([cycle, cycle % 2], 1), hazard_loss,
                 "concordance"),
    "retrieval": (hidden @ one.T, cycle, F.cross_entropy, "recall at k"),
    "tagging": (head(many, K), index[(cycle[:, None] + torch.arange(T)) % K],
                tagging_loss, "F1 of spans"),
}  # fmt: skip

for name, (z, y, loss, metric) in TASKS.items():
    kind = "float" if y.is_floating_point() else "index"
    value = loss(z, y)
    ok = value.shape == () and bool(value > 0)
    shapes = f"{tuple(z.shape)!s:10} {tuple(y.shape)!s:7} {kind}"
    called = loss.__name__.replace(
        "binary_cross_entropy_with_logits", "BCE with logits"
    )
    print(f"{name:12} {shapes} {called:16} {metric:17} {ok}")
