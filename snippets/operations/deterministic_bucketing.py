"""Shows a rollout by salted hash, and three that move users back and forth."""

import hashlib
from itertools import pairwise

import numpy as np


def position(salt, user):
    """In [0, 1), the same in every process and language."""
    digest = hashlib.sha256(f"{salt}:{user}".encode()).digest()
    return (int.from_bytes(digest[:8], "big") >> 11) / 2**53  # exact as a float


def positions(salt, users):
    return np.array([position(salt, user) for user in users])


def is_in(positions, share):
    return positions < share


def leave(stages):
    """How many users had the new version at one stage and lost it at the next."""
    return [int((a & ~b).sum()) for a, b in pairwise(stages)]


users = np.arange(10_000)
shares = (0.01, 0.05, 0.2, 0.5)
fixed = positions("ranker-v8", users)
rng = np.random.default_rng(0)
whole = np.floor(2**32 * fixed).astype(int)
rules = {
    "below a growing share": [is_in(fixed, s) for s in shares],
    "new salt at each stage": [
        is_in(positions(f"stage-{s}", users), s) for s in shares
    ],
    "drawn at each request": [is_in(rng.random(users.size), s) for s in shares],
    "modulo 100, 20, 5, 2": [whole % m == 0 for m in (100, 20, 5, 2)],
}
print("users who lose the new version     1 -> 5 %  5 -> 20 %  20 -> 50 %")
for name, stages in rules.items():
    print(f"{name:32}", "".join(f"{n:11d}" for n in leave(stages)))

each = sum(1 * is_in(positions(f"release-{r}", users), 0.01) for r in range(20))
for name, times in ("one salt", 20 * is_in(fixed, 0.01)), ("a salt each", each):
    print(f"twenty canaries of 1 %, {name}: {(times > 0).mean():.0%} of users", end="")
    print(f" in any of them, one user in {times.max()}")
