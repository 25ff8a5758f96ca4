"""Shows how two losses grow as a prediction becomes more confidently wrong."""

import matplotlib.pyplot as plt
import numpy as np


def margin(p):  # the true class's log-odds
    return np.log(p / (1 - p))


def cross_entropy(m):
    return np.logaddexp(0, -m)  # equals -log p


def exponential_loss(m):  # AdaBoost's
    return np.exp(-m)


print("p of the true class  margin  cross-entropy  exponential")
for p in (0.4, 1e-1, 1e-2, 1e-3, 1e-4):
    m = margin(p)
    print(f"{p:19g} {m:7.2f} {cross_entropy(m):14.2f} {exponential_loss(m):12.1f}")
print(f"a factor of ten in p adds {np.log(10):.3f}")

m = np.linspace(-6, 3, 91)
plt.plot(m, cross_entropy(m), label="cross-entropy")
plt.plot(m, exponential_loss(m), label="exponential loss")
plt.ylim(0, 12)
plt.xlabel("margin: log-odds of the true class")
plt.ylabel("loss")
plt.legend()
plt.show()
