"""Shows two towers trained on in-batch negatives, with and without logQ."""

import torch
from torch import nn
from torch.nn.functional import cross_entropy


class TwoTower(nn.Module):
    def __init__(self, users, items, size=16):
        super().__init__()
        self.user, self.item = nn.Embedding(users, size), nn.Embedding(items, size)

    def forward(self, user, item):  # every user of the batch against every item
        return self.user(user) @ self.item(item).T


def in_batch_loss(logits, item, log_q):
    """logits: (batch, batch); row b's positive is item b, the others its negatives."""
    logits = logits - log_q[item]  # by column: how often an item is drawn
    return cross_entropy(logits, torch.arange(len(item)))


def train(p, log_q, steps=200, batch=256):
    rng = torch.Generator().manual_seed(0)
    torch.manual_seed(0)
    model = TwoTower(*p.shape).double()
    optimiser = torch.optim.Adam(model.parameters(), lr=0.05)
    for _ in range(steps):
        user = torch.randint(len(p), (batch,), generator=rng)
        item = torch.multinomial(p[user], 1, generator=rng)[:, 0]  # clicks
        optimiser.zero_grad()
        in_batch_loss(model(user, item), item, log_q).backward()
        optimiser.step()
    with torch.no_grad():
        return model(torch.arange(len(p)), torch.arange(p.shape[1]))


torch.manual_seed(1)
popularity = torch.arange(1, 61).double() ** -1  # Zipf: item 1 is the first choice
p = popularity * torch.exp(torch.randn(20, 60))
p = p / p.sum(dim=1, keepdim=True)  # (user groups, items): what they will click
q = p.mean(dim=0)  # the share of an item in a batch, users being drawn uniformly
candidates = {
    "no correction": train(p, torch.zeros(60)),
    "logQ": train(p, q.log()),
    "best possible": p,
}
print("top 5 of 60: share of clicks in it, mean popularity rank of what is in it")
for name, scores in candidates.items():
    top = scores.topk(5, dim=1).indices
    print(f"{name:14} {p.gather(1, top).sum(dim=1).mean():.2f}", end=" ")
    print(f"{1 + top.float().mean():4.0f}")
