"""Shows a smooth NDCG: soft ranks, near the metric only where its gradient dies."""

import numpy as np
import torch


def soft_ranks(scores, temperature):  # 1 + how many others are ahead, softly
    ahead = torch.sigmoid((scores - scores[:, None]) / temperature)
    return 0.5 + ahead.sum(dim=1)  # each is half ahead of itself


def smooth_ndcg(scores, relevance, temperature):
    gain = 2.0**relevance - 1
    ideal = gain.sort(descending=True)[0] / torch.log2(2 + torch.arange(len(gain)))
    return (gain / torch.log2(1 + soft_ranks(scores, temperature))).sum() / ideal.sum()


relevance = torch.tensor([0.0, 2, 1, 0, 0])
scores = torch.tensor([2.0, 1.0, 1.5, 0.5, 0.0], requires_grad=True)
print("temperature  smooth NDCG  largest gradient")
for temperature in (10, 1, 0.3, 0.1, 0.01):
    value = smooth_ndcg(scores, relevance, temperature)
    (gradient,) = torch.autograd.grad(value, scores)
    print(f"{temperature:11} {value.item():12.3f} {gradient.abs().max().item():17.3f}")
gain = np.array([0, 1, 3, 0, 0])  # in the order of the scores
exact = gain @ (1 / np.log2(np.arange(2, 7))) / (3 + 1 / np.log2(3))
print(f"NDCG of these scores: {exact:.3f}")
