"""Shows that decay pulls a LoRA model back to its base, and a full model to zero."""

import torch


def decayed(tensors, learning_rate, decay, steps):
    """Return the tensors after AdamW steps in which the loss has no gradient."""
    tensors = [tensor.clone().requires_grad_() for tensor in tensors]
    optimizer = torch.optim.AdamW(tensors, lr=learning_rate, weight_decay=decay)
    for tensor in tensors:
        tensor.grad = torch.zeros_like(tensor)
    for _ in range(steps):
        optimizer.step()
    return [tensor.detach() for tensor in tensors]


W0, A, B = torch.randn(32, 32), torch.randn(4, 32), torch.randn(32, 4)
rate, steps = 3e-4, 1000
print(f"what is left after {steps} steps at rate {rate:g}")
print("decay   |W| if W is trained   |B A| if A and B are")
for decay in (0.01, 0.1):
    W_end, A_end, B_end = decayed([W0, A, B], rate, decay, steps)
    update = (B_end @ A_end).norm() / (B @ A).norm()
    print(f"{decay:<5g} {W_end.norm() / W0.norm():21.1%} {update:22.1%}")
