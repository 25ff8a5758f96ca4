"""Shows how retries multiply load in an outage, and how a retry budget caps it."""

import numpy as np


def attempts_sent(failures, budget):  # failures: (requests, tries), True where it fails
    sent, tokens = 0, 0.0
    for outcome in failures:
        tokens += budget  # each request earns a fraction of a retry
        sent += 1
        for failed in outcome[:-1]:
            if not failed or tokens < 1:
                break
            tokens -= 1
            sent += 1
    return sent


def expected_attempts(failure, tries):  # 1 + f + f² + … without a budget
    return sum(failure**k for k in range(tries))


layers, tries = 3, 3
print(f"{layers} layers, {tries} tries each: {tries**layers} calls below in an outage")
rng = np.random.default_rng(0)
n = 20_000
print("failing  expected  unlimited  budget 10%")
for failure in (0.01, 0.1, 0.5, 1.0):
    failures = rng.random((n, tries)) < failure
    free, capped = attempts_sent(failures, np.inf) / n, attempts_sent(failures, 0.1) / n
    expected = expected_attempts(failure, tries)
    print(f"{failure:7.0%} {expected:8.2f} {free:10.2f} {capped:11.2f}")
