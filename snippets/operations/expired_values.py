"""Shows how many requests find no value that is fresh enough, against the formula."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd


def expired_share(ttl, updates_per_hour):  # memoryless updates
    return np.exp(-updates_per_hour * ttl)


def join_with_ttl(requests, records, ttl):
    """As-of join; what is older than ttl is missing, an age of exactly ttl is not."""
    return pd.merge_asof(requests, records, on="hour", tolerance=ttl)["value"]


rng = np.random.default_rng(0)
rate, hours = 0.25, 400_000  # one update in four hours
updates = np.sort(rng.uniform(0, hours, rng.poisson(rate * hours)))
records = pd.DataFrame({"hour": updates, "value": updates})
requests = pd.DataFrame({"hour": np.sort(rng.uniform(100, hours, 40_000))})
ttls = [1.0, 2.0, 4.0, 8.0, 24.0]
shares = [join_with_ttl(requests, records, ttl).isna().mean() for ttl in ttls]
print("TTL in hours  expired  formula")
for ttl, share in zip(ttls, shares):
    print(f"{ttl:12.0f} {share:8.2f} {expired_share(ttl, rate):8.2f}")

grid = np.linspace(0, 24, 97)
plt.plot(grid, expired_share(grid, rate), label="exp(-rate × TTL)")
plt.plot(ttls, shares, "o", label="simulated")
plt.xlabel("TTL in hours, one update in four hours")
plt.ylabel("share of requests without a value")
plt.legend()
plt.show()
