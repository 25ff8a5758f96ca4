"""Shows how larger clusters on a graph trade interference bias for variance."""

import numpy as np

PEOPLE, DIRECT, SPILL = 1_000, 1.0, 2.0  # on a ring; two friends on either side


def assign(rng, runs, length):  # neighbouring people form clusters; half are treated
    clusters = np.tile([True, False], (runs, PEOPLE // length // 2))
    return rng.permuted(clusters, axis=1).repeat(length, axis=1)


def outcome(rng, z):
    friends = sum(np.roll(z.astype(float), shift, axis=1) for shift in (-2, -1, 1, 2))
    place = np.sin(np.linspace(0, 6 * np.pi, PEOPLE))  # neighbours resemble each other
    return DIRECT * z + SPILL * friends / 4 + place + rng.normal(size=z.shape)


def difference(y, z):
    return (y * z).sum(1) / z.sum(1) - (y * ~z).sum(1) / (~z).sum(1)


rng = np.random.default_rng(0)
print(f"effect of treating everyone: {DIRECT + SPILL:.1f}")
print("people a cluster   friends inside   estimate    sd")
for length in (1, 5, 20, 100):
    z = assign(rng, 1_000, length)
    estimate = difference(outcome(rng, z), z)
    inside = max(0, 1 - 1.5 / length)  # six links leave each cluster
    line = f"{length:16d} {inside:16.2f}"
    print(f"{line} {estimate.mean():10.2f} {estimate.std():6.2f}")
