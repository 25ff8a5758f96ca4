"""Shows PyTorch's cross-entropy that takes the last layer's input, not the logits."""

import torch
import torch.nn.functional as F


def loss_and_gradients(hidden, weight, targets, options=None):
    # hidden: (tokens, width), weight: (vocabulary, width), targets: (tokens,)
    inputs = [tensor.clone().requires_grad_() for tensor in (hidden, weight)]
    loss = F.linear_cross_entropy(*inputs, targets, options=options)
    loss.backward()  # in chunks the gradients are formed during the forward pass
    return loss.detach(), inputs[0].grad, inputs[1].grad


torch.manual_seed(0)
hidden, weight = torch.randn(512, 16), torch.randn(3000, 16)
targets = torch.randint(len(weight), (len(hidden),))

whole = loss_and_gradients(hidden, weight, targets)  # all logits: 512 x 3000
options = torch.nn.LinearCrossEntropyOptions(batch_chunk_size=64)
chunks = loss_and_gradients(hidden, weight, targets, options)  # 64 x 3000 at a time
print(f"loss: {whole[0]:.2f}, in chunks {chunks[0]:.2f}")
gaps = [(a - b).abs().max().item() for a, b in zip(whole[1:], chunks[1:])]
print(f"largest difference of a gradient: {max(gaps):.5f}")
