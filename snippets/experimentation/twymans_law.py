"""Shows why a surprising lift is more likely a bug than a triumph."""

from scipy.stats import norm


def bug_probability(lift, error, real=0.01, broken=0.20, rate=0.02):
    """Real effects have sd `real`; a bug, at `rate`, produces lifts of sd `broken`."""
    bug = rate * norm.pdf(lift, scale=(broken**2 + error**2) ** 0.5)
    sound = (1 - rate) * norm.pdf(lift, scale=(real**2 + error**2) ** 0.5)
    return bug / (bug + sound)


def believable_lift(lift, error, real=0.01):  # mean of the real effect, no bug
    return lift * real**2 / (real**2 + error**2)


print("lift     P(bug)   expected lift if no bug")
for lift in (0.01, 0.02, 0.04, 0.05, 0.10):
    bug, real = bug_probability(lift, 0.01), believable_lift(lift, 0.01)
    print(f"{lift:4.0%} {bug:10.3f} {real:12.1%}")
