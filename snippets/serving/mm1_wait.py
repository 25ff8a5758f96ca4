"""Shows how waiting in an M/M/1 queue explodes with utilisation, by formula and run."""

import matplotlib.pyplot as plt
import numpy as np


def time_in_system(rho):  # in service times (μ = 1): wait plus service
    return 1 / (1 - rho)


def wait_in_queue(rho):
    return rho / (1 - rho)


def quantile_in_system(rho, q):  # the time in system is exponential, rate 1 - ρ
    return -np.log(1 - q) / (1 - rho)


def simulated_waits(gaps, service):  # Lindley: wait' = max(0, wait + service - gap)
    backlog = np.cumsum(np.roll(service, 1) - gaps)  # a constant shift drops out
    return backlog - np.minimum.accumulate(backlog)


print("utilisation  wait  time in system   p99")
for rho in (0.5, 0.8, 0.9, 0.95):
    mean, tail = time_in_system(rho), quantile_in_system(rho, 0.99)
    print(f"{rho:11.0%} {wait_in_queue(rho):5.1f} {mean:15.1f} {tail:5.0f}")

rng = np.random.default_rng(1)
service = rng.exponential(1, 1_000_000)
waits = simulated_waits(rng.exponential(1 / 0.8, 1_000_000), service)
total = waits + service
print(f"simulated at 80%: wait {waits.mean():.1f}, p99 {np.quantile(total, 0.99):.0f}")

rho = np.linspace(0, 0.96, 97)
plt.plot(rho, quantile_in_system(rho, 0.99), label="p99")
plt.plot(rho, time_in_system(rho), label="mean")
plt.xlabel("utilisation")
plt.ylabel("time in system, in service times")
plt.legend()
plt.show()
