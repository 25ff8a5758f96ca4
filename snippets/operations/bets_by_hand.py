"""Shows the rollback gate with one bet, small enough for a pencil."""

SHARE, RATIO = 0.05, 2  # of traffic; the bet: the canary fails twice as often


def factors():
    """By what an error of the canary, and one of control, multiplies the stake."""
    scale = SHARE * RATIO + 1 - SHARE
    return RATIO / scale, 1 / scale


def wealth(canary, errors):
    win, lose = factors()
    return win**canary * lose ** (errors - canary)


def errors_to_roll_back(errors, limit):
    """How many of them must be the canary's."""
    return next(k for k in range(errors + 1) if wealth(k, errors) >= limit)


ERRORS, LIMIT = 40, 20
win, lose = factors()
print(f"an error of the canary: times {win:.3f}, one of control: times {lose:.3f}")
print(f"5 of {ERRORS} errors: {wealth(5, ERRORS):.1f}")
enough = errors_to_roll_back(ERRORS, LIMIT)
print(f"{enough} of {ERRORS}: {wealth(enough, ERRORS):.1f}, the first above {LIMIT}")
