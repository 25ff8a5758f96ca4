"""Shows what two careless joins do to the offline score and to the served model."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score


def simulate(rng, n=4000, window=60, horizon=30, mean_delay=40):
    """Failed payments of n accounts around a request on day 0, posted with a delay."""
    risk = rng.normal(0, 1, n)
    rate = 0.015 * np.exp(risk)  # failed payments a day
    account = np.repeat(np.arange(n), rng.poisson(rate * (window + horizon)))
    happened = rng.uniform(-window, horizon, len(account))
    posted = happened + rng.exponential(mean_delay, len(account))

    def count(mask):
        return np.bincount(account[mask], minlength=n)

    label = count(happened > 0) > 0  # fails within the horizon
    score = risk + rng.normal(0, 1.5, n)  # an application score, known from the start
    counts = {
        "latest value": count(...),
        "event time <= now": count(happened <= 0),
        "available at <= now": count(posted <= 0),
    }
    tables = {name: np.c_[np.log1p(c), score] for name, c in counts.items()}
    return tables, label


rng = np.random.default_rng(0)
train, y_train = simulate(rng)
test, y_test = simulate(rng)
served = test["available at <= now"]  # production has nothing else
print(f"accounts that fail: {y_test.mean():.2f}")
print("training join        offline AUC  served AUC  served mean p")
for name in train:
    model = LogisticRegression().fit(train[name], y_train)
    offline = roc_auc_score(y_test, model.predict_proba(test[name])[:, 1])
    p = model.predict_proba(served)[:, 1]
    live = roc_auc_score(y_test, p)
    print(f"{name:19s} {offline:12.2f} {live:11.2f} {p.mean():14.2f}")
