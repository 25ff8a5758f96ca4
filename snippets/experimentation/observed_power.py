"""Shows that the power computed from the estimate only restates the p-value."""

from scipy.stats import norm

LIMIT = norm.isf(0.025)


def power(shift):  # shift: effect in standard errors
    return norm.sf(LIMIT - shift) + norm.cdf(-LIMIT - shift)


def observed_power(p_value):  # takes the estimate for the truth
    return power(norm.isf(p_value / 2))


for p_value in (0.5, 0.2, 0.05, 0.01, 0.001):
    print(f"p = {p_value:5}: observed power {observed_power(p_value):.2f}")
true = LIMIT + norm.ppf(
    0.8
)  # the estimate scatters around it with standard deviation 1
low, high = power(true + norm.ppf([0.05, 0.95]))
print(f"true power 0.80: nine in ten observed powers lie in {low:.2f} to {high:.2f}")
