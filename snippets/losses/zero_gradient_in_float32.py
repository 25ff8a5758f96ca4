"""Shows that float32 ends the squared-error gradient of confident false positives."""

import torch


def gradient(loss, z, y, dtype=torch.float32):
    logit = torch.tensor(z, dtype=dtype, requires_grad=True)
    loss(logit, torch.tensor(y, dtype=dtype)).backward()
    return logit.grad.item()


def squared_error(logit, y):
    return (torch.sigmoid(logit) - y) ** 2


cross_entropy = torch.nn.functional.binary_cross_entropy_with_logits
for z, y in ((20.0, 0.0), (-20.0, 1.0)):
    ce, se = gradient(cross_entropy, z, y), gradient(squared_error, z, y)
    print(f"float32,  z = {z:5.0f}, y = {y:.0f}: CE {ce:4.1f}, SE {se:.1e}")
for dtype in (torch.bfloat16, torch.float64):
    se = gradient(squared_error, 10.0, 0.0, dtype)
    print(f"{str(dtype)[6:]}, z = 10, y = 0: SE {se:.1e}")
