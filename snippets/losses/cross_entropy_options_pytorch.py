"""Shows what `weight`, `ignore_index` and `reduction` do in PyTorch's cross-entropy."""

import torch
from torch.nn.functional import cross_entropy, one_hot

logits = torch.tensor([[2.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 3.0]])  # (N, K)
labels = torch.tensor([2, 1, 0])
weight = torch.tensor([1.0, 10.0, 1.0])

each = cross_entropy(logits, labels, reduction="none")
w = weight[labels]
print("each example      ", each.numpy().round(4))
print(f"mean              {cross_entropy(logits, labels):.4f}")
hard = cross_entropy(logits, labels, weight)
print(f"weighted mean     {hard:.4f}, sum(w l) / sum(w) = {w @ each / w.sum():.4f}")
targets = one_hot(labels, 3).float()  # probabilities, (N, K)
soft = cross_entropy(logits, targets, weight)
print(f"one-hot targets   {soft:.4f}, sum(w l) / N = {w @ each / len(w):.4f}")
alone = cross_entropy(logits[1:2], labels[1:2], weight)
print(f"a batch of one    {alone:.4f}, without weight {each[1]:.4f}")
padded = torch.tensor([2, 1, -100])
print(f"last one ignored  {cross_entropy(logits, padded):.4f}, mean of the rest")
print(f"all ignored       {cross_entropy(logits, torch.full((3,), -100)):.4f}")
try:
    cross_entropy(logits, targets, ignore_index=0)
except RuntimeError as error:
    print("one-hot, ignoring:", str(error).splitlines()[0])
