"""Shows that without zero_grad, SGD becomes a pendulum without friction."""

import matplotlib.pyplot as plt
import torch


def descend(zero_grad, momentum=0.0):
    w = torch.ones((), requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=momentum)
    path = [w.item()]
    for _ in range(100):
        if zero_grad:
            optimizer.zero_grad()
        (w**2 / 2).backward()
        optimizer.step()
        path.append(w.item())
    return torch.tensor(path)


right, missing = descend(zero_grad=True), descend(zero_grad=False)
print(f"with zero_grad: w after 100 steps {right[-1]:.4f}")
print(f"without: largest |w| in steps 0 to 50 {missing[:51].abs().max():.2f}, "
      f"in steps 50 to 100 {missing[50:].abs().max():.2f}")  # fmt: skip
gap = (missing - descend(zero_grad=True, momentum=1.0)).abs().max()
print("the same path as momentum 1:", bool(gap < 1e-5))

plt.plot(right, label="with zero_grad")
plt.plot(missing, label="without")
plt.xlabel("step")
plt.ylabel("weight; the minimum is at 0")
plt.margins(y=0.3)  # room for the legend
plt.legend(loc="upper right")
plt.show()
