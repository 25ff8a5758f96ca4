"""Shows a learning-rate range test, and how it compares with whole runs."""

import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(0)
inputs = rng.normal(size=(2000, 20)) * np.geomspace(1, 0.1, 20)
targets = inputs @ rng.normal(size=20) + 0.5 * rng.normal(size=2000)


def sgd(rates, batch=20):  # loss before each update
    order, w, losses = np.random.default_rng(1), np.zeros(20), []
    for lr in rates:
        rows = order.integers(0, 2000, batch)
        x, error = inputs[rows], inputs[rows] @ w - targets[rows]
        losses.append(np.mean(error**2))
        w = w - lr * 2 / batch * x.T @ error
        if losses[-1] > 100:  # blown up, stop
            break
    return np.array(losses), np.mean((inputs @ w - targets) ** 2)


rates = np.geomspace(1e-4, 3, 300)
losses, _ = sgd(rates)
smooth = np.convolve(losses, np.ones(15) / 15, mode="valid")
centre = rates[7 : 7 + len(smooth)]
lowest = smooth.argmin()
blown = lowest + np.argmax(smooth[lowest:] > 4 * smooth[lowest])
print(f"range test: lowest loss near {centre[lowest]:.1g}")
print(f"            four times that near {centre[blown]:.1g}")
best = inputs @ np.linalg.lstsq(inputs, targets)[0]
floor = np.mean((best - targets) ** 2)
for lr in (0.001, 0.01, 0.1, 0.3, 1):
    excess = sgd(np.full(3000, lr))[1] - floor
    print(f"3000 updates at {lr:5}: {excess:.2g} above the optimum")

plt.loglog(rates[: len(losses)], losses, ".", label="batch loss")
plt.loglog(centre, smooth, label="smoothed over 15")
plt.xlabel("learning rate, grown at each update")
plt.ylabel("loss")
plt.legend()
plt.show()
