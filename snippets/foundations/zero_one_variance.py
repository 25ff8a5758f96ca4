"""Shows that under 0-1 loss less variance can mean more error."""

from scipy.stats import binom


def squared_error(q, voters):  # of the mean vote, where the truth is 1
    bias, variance = 1 - q, q * (1 - q) / voters
    return bias**2 + variance


def zero_one_error(q, voters):  # of the majority; voters must be odd
    return binom.cdf(voters // 2, voters, q)


print("each voter is right with probability q at this input")
print("  q  voters  squared error  0-1 error")
for q in (0.6, 0.4):
    for voters in (1, 5, 25):
        errors = squared_error(q, voters), zero_one_error(q, voters)
        print(f"{q} {voters:7d} {errors[0]:14.3f} {errors[1]:10.3f}")
