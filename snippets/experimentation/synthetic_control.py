"""Shows a synthetic control: donor weights, the gap, and a placebo per donor."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import nnls

BEFORE, WEEKS, EFFECT = 40, 52, 3.0


def weights(target, donors):
    # least squares with weights >= 0 that sum to 1; donors: (weeks, donors)
    big = 1e3 * abs(donors).max()  # one heavy row enforces the sum
    rows = np.vstack([donors, np.full(donors.shape[1], big)])
    return nnls(rows, np.append(target, big))[0]


def gaps(target, donors):  # observed minus synthetic, fitted before the change
    return target - donors @ weights(target[:BEFORE], donors[:BEFORE])


def surprise(gap):  # error after over error before
    return np.sqrt((gap[BEFORE:] ** 2).mean() / (gap[:BEFORE] ** 2).mean())


rng = np.random.default_rng(0)
factors = rng.normal(size=(WEEKS, 2)).cumsum(0)  # what moves all regions
loads = rng.uniform(0, 2, (2, 19))
donors = factors @ loads + 0.3 * rng.normal(size=(WEEKS, 19))
inside = loads[:, :3].mean(1)
after = np.arange(WEEKS) >= BEFORE

outcomes = {}
for name, load in (("inside the donors", inside), ("outside", 3 * inside)):
    region = factors @ load + 0.3 * rng.normal(size=WEEKS) + EFFECT * after
    gap = gaps(region, donors)
    error = np.sqrt((gap[:BEFORE] ** 2).mean())
    print(f"{name}: error before {error:.1f}, effect {gap[after].mean():.1f}")
    outcomes[name] = region, gap

region, gap = outcomes["inside the donors"]
others = [gaps(donors[:, j], np.delete(donors, j, axis=1)) for j in range(19)]
rank = 1 + sum(surprise(other) >= surprise(gap) for other in others)
print(f"rank {rank} of 20 with 19 placebos: p = {rank / 20:.2f}")

plt.plot(region, label="region")
plt.plot(region - gap, label="synthetic region")
plt.axvline(BEFORE - 0.5, color="C2", linestyle="--", label="change")
plt.xlabel("week")
plt.ylabel("orders above normal, thousands")
plt.legend()
plt.show()
