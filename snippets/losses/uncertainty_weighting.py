"""Shows what learned task weights do to a shared parameter, and when they drop a task."""

import numpy as np


def task_losses(theta, unit, floor):  # one task wants theta = 1, the other -1
    return np.array([(theta - 1) ** 2 + floor, unit**2 * ((theta + 1) ** 2 + floor)])


def uncertainty_weighted(losses, s):  # s: log-variance of each task, learned
    return np.sum(np.exp(-s) * losses + s, axis=0) / 2


def best_s(losses):  # where the derivative (1 - exp(-s) * loss) / 2 vanishes
    return np.log(losses)


def local_minima(x, f):
    return x[1:-1][(f[1:-1] < f[:-2]) & (f[1:-1] < f[2:])]


theta = np.linspace(-2, 2, 4001)
print("floor  unit  sum of losses  uncertainty-weighted")
for floor in (4, 0.1):
    for unit in (1, 30):
        losses = task_losses(theta, unit, floor)  # (tasks, thetas)
        weighted = uncertainty_weighted(losses, best_s(losses))
        equal, learned = (
            local_minima(theta, losses.sum(axis=0)),
            local_minima(theta, weighted),
        )
        print(f"{floor:5} {unit:5d}  {equal.round(2)!s:13}  {learned.round(2)}")

almost = np.array([1.0, 1e-6])  # the second task is nearly solved
objective = uncertainty_weighted(almost, best_s(almost))
print(f"weights {np.exp(-best_s(almost)) / 2}, objective {objective:.2f}")
