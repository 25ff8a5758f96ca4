"""Shows when interleaving needs fewer users than an A/B test of two rankers."""

import numpy as np

SEEN = 1 / np.arange(1, 11)  # chance that a user looks at a position
A, B = 0.3, 0.4  # relevance of each ranker's items, which differ from the other's


def ab_clicks(rng, mood, sessions, relevance):  # mood: (users, 1)
    return rng.binomial(sessions, mood * SEEN * relevance).sum(1)


def credit(rng, mood, sessions):  # team draft: a coin for each pair of positions
    high, low = mood * SEEN[::2], mood * SEEN[1::2]  # (users, 5)
    b_high = rng.binomial(sessions, 0.5, high.shape)  # sessions with B above A
    b = rng.binomial(b_high, high * B) + rng.binomial(sessions - b_high, low * B)
    a = rng.binomial(sessions - b_high, high * A) + rng.binomial(b_high, low * A)
    return (b - a).sum(1)


def satisfied(rng, users, relevance):  # looks at all, leaves after the first click
    return (rng.random((users, 10)) < relevance).any(1)


def first_click(rng, users):  # 1 if it is B's, -1 if A's, 0 if none
    b_high = rng.random((users, 5)) < 0.5
    of_b = np.stack([b_high, ~b_high], axis=2).reshape(users, 10)
    clicked = rng.random((users, 10)) < np.where(of_b, B, A)
    first = of_b[np.arange(users), clicked.argmax(1)]
    return np.where(clicked.any(1), np.where(first, 1, -1), 0)


def users_ratio(a, b, c):  # A/B needs 2 (var a + var b) / d², interleaving var c / d²
    ab = 2 * (a.var() + b.var()) / (b.mean() - a.mean()) ** 2
    return ab / (c.var() / c.mean() ** 2)


rng = np.random.default_rng(0)
for name, mood, sessions in (
    ("users alike, 1 session", np.ones((100_000, 1)), 1),
    ("users differ, 50 sessions", rng.beta(1, 3, (100_000, 1)), 50),
):
    a, b = (ab_clicks(rng, mood, sessions, r) for r in (A, B))
    print(f"{name:26s} x {users_ratio(a, b, credit(rng, mood, sessions)):.1f}")
a, b = (satisfied(rng, 100_000, r) for r in (A, B))
print(
    f"{'leave after first click':26s} x {users_ratio(a, b, first_click(rng, 100_000)):.1f}"
)
