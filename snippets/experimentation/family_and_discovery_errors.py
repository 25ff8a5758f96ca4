"""Shows what each correction controls: any false claim, or their share of claims."""

import numpy as np
from scipy.special import ndtr  # the normal distribution function

TESTS, METRICS, REAL, LEVEL = (
    20_000,
    20,
    5,
    0.05,
)  # the first REAL metrics have an effect
SHIFT = 3.0  # of their z


def p_values(rho, rng):  # (TESTS, METRICS), z correlated by rho
    common = rng.normal(size=(TESTS, 1))
    own = rng.normal(size=(TESTS, METRICS))
    z = np.sqrt(rho) * common + np.sqrt(1 - rho) * own
    z[:, :REAL] += SHIFT
    return 2 * ndtr(-np.abs(z))


def step(p, thresholds, up):  # reject the k smallest; thresholds: (METRICS,), rising
    below = np.sort(p, axis=1) <= thresholds
    last = METRICS - np.argmax(below[:, ::-1], axis=1)  # largest k whose p is below
    first = np.argmin(below, axis=1)  # number before the first that is not
    number = np.where(below.any(axis=1), last, 0) if up else first
    number = np.where(below.all(axis=1), METRICS, number)
    return np.argsort(np.argsort(p, axis=1), axis=1) < number[:, None]


rank = np.arange(1, METRICS + 1)
RULES = {
    "none": lambda p: p <= LEVEL,
    "Bonferroni": lambda p: p <= LEVEL / METRICS,
    "Holm": lambda p: step(p, LEVEL / (METRICS + 1 - rank), up=False),
    "BH": lambda p: step(p, LEVEL * rank / METRICS, up=True),
    "BY": lambda p: step(p, LEVEL * rank / METRICS / np.sum(1 / rank), up=True),
}
rng = np.random.default_rng(0)
for rho in (0, 0.8):
    p = p_values(rho, rng)
    print(f"correlation {rho}: any false  false / found  real found")
    for name, rule in RULES.items():
        found = rule(p)
        false = found[:, REAL:].sum(axis=1)
        share = np.mean(false / np.maximum(1, found.sum(axis=1)))
        power = found[:, :REAL].mean()
        some = np.mean(false > 0)
        print(f"{name:14}{100 * some:12.0f} %{100 * share:13.1f} %", end="")
        print(f"{100 * power:10.0f} %")
