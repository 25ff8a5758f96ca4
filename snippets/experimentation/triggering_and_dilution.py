"""Shows what is gained by analysing the affected users, and how it goes wrong."""

import numpy as np


def users_factor(share, variance_all, variance_triggered):
    """Users needed to analyse everyone, over users needed to analyse triggered."""
    return variance_all / (share * variance_triggered)


def simulate(rng, leak, tests=500, users=4000):
    """A tenth of users reach checkout, spend 10 on average, gain 1 if treated.

    With leak, the treatment also draws in others, who spend little.
    """
    treated = np.arange(users) % 2 == 0
    reaches = rng.random((tests, users)) < 0.1
    drawn_in = ~reaches & treated & (rng.random((tests, users)) < leak)
    spend = rng.normal(2, 5, (tests, users))
    spend += reaches * (8.0 + treated)
    return spend, treated, reaches | drawn_in


def difference(spend, treated, kept):
    def mean(arm):
        return (spend * (kept & arm)).sum(1) / (kept & arm).sum(1)

    return mean(treated) - mean(~treated)


rng = np.random.default_rng(0)
for name, leak in (("arms trigger alike", 0), ("treatment triggers more", 0.02)):
    spend, treated, triggered = simulate(rng, leak)
    everyone = np.full_like(triggered, True)
    for who, kept in (("everyone", everyone), ("triggered", triggered)):
        effect = difference(spend, treated, kept)
        print(f"{name}, {who}: {effect.mean():.2f}, sd {effect.std():.2f}")

print(f"users factor, equal variances: {users_factor(0.1, 25, 25):.1f}")
alone = 0.1 * 25 + 0.1 * 0.9 * 10**2  # others always 0, triggered mean 10
print(f"users factor, others always 0: {users_factor(0.1, alone, 25):.1f}")
