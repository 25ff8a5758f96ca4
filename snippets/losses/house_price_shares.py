"""Shows which share of loss and gradient fifty luxury homes take, for four losses."""

import numpy as np

# price, prediction and number of homes: 10,000 ordinary and 50 luxury ones
price = np.array([300_000.0, 5_000_000.0])
prediction = np.array([350_000.0, 2_000_000.0])
count = np.array([10_000, 50])


def squared(y, p):  # loss and its slope with respect to the prediction
    return (p - y) ** 2, 2 * (p - y)


def absolute(y, p):
    return np.abs(p - y), np.sign(p - y)


def huber(y, p, delta=100_000.0):
    slope = np.clip(p - y, -delta, delta)
    return slope * (p - y - slope / 2), slope


def squared_log(y, p):  # the model predicts log p, so the slope is with respect to it
    ratio = np.log(p / y)
    return ratio**2, 2 * ratio


def luxury_share(per_home, count):
    total = count * np.abs(per_home)
    return total[1] / total.sum()


loss, slope = squared(price, prediction)
ordinary, luxury = count * loss
print(f"squared error: ordinary {ordinary:.1e}, luxury {luxury:.1e}", end="")
print(f", ratio {luxury / ordinary:.0f}")
print(f"gradient of one home: ordinary {slope[0]:+.0e}, luxury {slope[1]:+.0e}", end="")
print(f", ratio {abs(slope[1] / slope[0]):.0f}\n")

print("luxury homes' share of   homes    loss   gradient")
for f in (squared, absolute, huber, squared_log):
    loss, slope = f(price, prediction)
    print(
        f"{f.__name__:22} {count[1] / count.sum():7.1%}"
        f" {luxury_share(loss, count):7.1%} {luxury_share(slope, count):10.1%}"
    )

homes = np.repeat(price, count)
print(f"\nbest constant: mean {homes.mean():,.0f}, median {np.median(homes):,.0f}")
