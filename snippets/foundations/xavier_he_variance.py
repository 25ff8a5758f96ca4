"""Shows how the variance of the weights decides whether signals vanish or explode."""

import matplotlib.pyplot as plt
import numpy as np

WIDTH, DEPTH = 256, 30
# variance of a weight times the width; an entry of the default is uniform ± 1/√width
SCHEMES = {"PyTorch default": 1 / 3, "Xavier": 1.0, "He": 2.0, "twice He": 4.0}


def signals(gain, negative_slope=0.0):
    """Mean square of activations forward and of gradients backward, at each layer."""
    rng = np.random.default_rng(0)
    x, slopes, forward = rng.normal(size=(64, WIDTH)), [], []
    weights = rng.normal(size=(DEPTH, WIDTH, WIDTH)) * np.sqrt(gain / WIDTH)
    for w in weights:
        z = x @ w
        slopes.append(np.where(z > 0, 1.0, negative_slope))
        x = z * slopes[-1]
        forward.append(np.mean(x**2))
    g, backward = rng.normal(size=x.shape), []
    for w, slope in zip(weights[::-1], slopes[::-1]):
        g = (g * slope) @ w.T
        backward.append(np.mean(g**2))
    return np.array(forward), np.array(backward)


def per_layer(mean_squares):  # geometric mean of the factor from layer to layer
    return (mean_squares[-1] / mean_squares[0]) ** (1 / (DEPTH - 1))


print("variance factor a layer  theory  forward  backward")
for name, gain in SCHEMES.items():
    forward, backward = signals(gain)
    print(
        f"{name:23} {gain / 2:7.2f} {per_layer(forward):8.2f} {per_layer(backward):9.2f}"
    )
    plt.semilogy(range(1, DEPTH + 1), np.sqrt(forward), label=name)
leaky = [per_layer(s) for s in signals(2 / (1 + 0.5**2), negative_slope=0.5)]
print(f"{'He, leaky, slope 0.5':23} {1:7.2f} {leaky[0]:8.2f} {leaky[1]:9.2f}")

plt.xlabel("layer, ReLU")
plt.ylabel("root mean square of the activations")
plt.legend()
plt.show()
