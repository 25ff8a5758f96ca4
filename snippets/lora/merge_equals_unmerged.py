"""Shows that merging keeps the function, and what rounding the merge costs."""

import torch


def unmerged(x, W, A, B, scaling):
    return x @ W.T + scaling * (x @ A.T) @ B.T  # two thin products a layer


def merge(W, A, B, scaling):
    # added in float32, rounded once, to the precision in which W is stored
    return (W.float() + scaling * (B.float() @ A.float())).to(W.dtype)


def rounding_loss(W, delta):
    # W: stored weights, delta: float32 update of the same shape
    realised = (W.float() + delta).to(W.dtype).float() - W.float()
    unchanged = (realised == 0).float().mean()
    error = torch.linalg.norm(realised - delta) / torch.linalg.norm(delta)
    return unchanged.item(), error.item()


torch.manual_seed(0)
d, r, scaling = 512, 8, 2.0
W = torch.randn(d, d) / d**0.5  # (d_out, d_in)
A, B = torch.randn(r, d), torch.randn(d, r) / d
x = torch.randn(64, d)

y = unmerged(x, W, A, B, scaling)
difference = (x @ merge(W, A, B, scaling).T - y).abs().max() / y.abs().max()
print(f"float32: merged equals unmerged to 1e-5 of the output: {difference < 1e-5}")

direction = B @ A / (B @ A).std()
print("\nstd(update)   bfloat16              float16")
print("/ std(W)      unchanged   error     unchanged   error")
for ratio in (0.001, 0.01, 0.1):
    delta = ratio * W.std() * direction
    b, f = rounding_loss(W.bfloat16(), delta), rounding_loss(W.half(), delta)
    print(f"{ratio:<12g}{b[0]:10.0%}{b[1]:9.1%}{f[0]:12.0%}{f[1]:9.1%}")
