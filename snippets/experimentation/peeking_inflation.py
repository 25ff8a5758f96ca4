"""Shows how often an A/A test is significant at least once if one looks at it often."""

import matplotlib.pyplot as plt
import numpy as np


def ever_significant(increments, critical=1.96):
    # increments: (tests, looks), independent, mean 0, equal variance: one batch of data
    # a look; gives (looks,), the share of tests with an alarm up to that look
    looks = np.arange(1, increments.shape[1] + 1)
    z = np.cumsum(increments, axis=1) / np.sqrt(looks)
    alarm = np.abs(z) > critical
    return np.maximum.accumulate(alarm, axis=1).mean(axis=0), alarm.mean(axis=0)


rng = np.random.default_rng(3)
ever, at_this_look = ever_significant(rng.normal(size=(20_000, 365)))
print("looks   this look   any look so far")
for looks in (1, 2, 5, 10, 20, 50, 100, 365):
    one, some = 100 * at_this_look[looks - 1], 100 * ever[looks - 1]
    print(f"{looks:5d} {one:9.0f} % {some:15.0f} %")

days = np.arange(1, ever.size + 1)
plt.semilogx(days, ever, label="significant at any look so far")
plt.semilogx(days, at_this_look, label="significant at this look")
plt.xlabel("equally spaced looks at an A/A test")
plt.ylabel("share of tests")
plt.legend()
plt.show()
