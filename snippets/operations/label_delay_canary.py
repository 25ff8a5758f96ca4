"""Shows a sound canary that looks terrible because its labels are still to come."""

import numpy as np

RATE, DELAY = 0.04, 24.0  # conversions a request in the end; mean delay in hours


def seen(age):
    """Share of the final conversions that have arrived, of requests of one age."""
    return -np.expm1(-age / DELAY)


def seen_since(hours):
    """The same for all requests since a start, ages from 0 to hours."""
    return 1 - seen(hours) * DELAY / hours


print("hours since   canary,    control, today's conversions")
print("the start     so far     over today's requests")
for hours in (6, 24, 72, 168):
    print(f"{hours:11d} {RATE * seen_since(hours):8.2%} {RATE:10.2%}")

window = 48
print(f"conversions within {window} hours, of requests at least that old:", end=" ")
print(f"{RATE * seen(window):.2%}, in both arms")
