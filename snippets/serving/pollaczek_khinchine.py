"""Shows that variable service times lengthen the queue at one and the same load."""

import numpy as np


def mean_wait(rate, service):  # Pollaczek-Khinchine, from moments of the service time
    return rate * np.mean(service**2) / (2 * (1 - rate * np.mean(service)))


def simulated_waits(gaps, service):  # Lindley: wait' = max(0, wait + service - gap)
    backlog = np.cumsum(np.roll(service, 1) - gaps)  # a constant shift drops out
    return backlog - np.minimum.accumulate(backlog)


rng = np.random.default_rng(4)
draws = 1_000_000
gaps = rng.exponential(1 / 0.8, draws)
services = {  # all have mean 1
    "constant": np.ones(draws),
    "exponential": rng.exponential(1, draws),
    "1 in 10 long": rng.choice([0.5, 5.5], draws, p=[0.9, 0.1]),
}
print("service        cv²  formula  run  with service")
for name, service in services.items():
    theory, run = mean_wait(0.8, service), simulated_waits(gaps, service).mean()
    spread = np.var(service)  # cv², because the mean is 1
    print(f"{name:13s} {spread:4.1f} {theory:8.1f} {run:4.1f} {theory + 1:13.1f}")
