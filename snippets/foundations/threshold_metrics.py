"""Shows four ways to choose a threshold for one and the same set of probabilities."""

import matplotlib.pyplot as plt
import numpy as np


def curves(p):
    """Expected hits and alarms if the k highest are flagged, k = 1 … n; p calibrated."""
    ranked = np.sort(p)[::-1]
    hits, alarms = np.cumsum(ranked), np.arange(1, len(p) + 1)
    return ranked, hits / alarms, hits / p.sum()  # threshold, precision, recall


def choices(p, miss_cost=10.0, precision_floor=0.6, capacity=200):
    _, precision, recall = curves(p)
    positives, alarms = p.sum(), np.arange(1, len(p) + 1)
    f1 = 2 * precision * recall / (precision + recall)
    cost = alarms * (1 - precision) + miss_cost * positives * (1 - recall)
    return {
        "highest F1": int(f1.argmax()),
        "lowest cost, miss 10": int(cost.argmin()),
        "precision at least 0.6": int(np.flatnonzero(precision >= precision_floor)[-1]),
        "200 reviews a day": capacity - 1,
    }


rng = np.random.default_rng(0)
p = 1 / (1 + np.exp(-rng.normal(-3.5, 1.5, size=5000)))
threshold, precision, recall = curves(p)
print(f"{p.sum():.0f} positives expected among {len(p)}")
print("rule                    threshold  flagged  precision  recall")
for name, k in choices(p).items():
    print(
        f"{name:23} {threshold[k]:9.3f} {k + 1:8} {precision[k]:10.2f} {recall[k]:7.2f}"
    )
    plt.plot(recall[k], precision[k], "o", label=name)
half = np.sum(p > 0.5)
print(
    f"{'one half':23} {0.5:9.3f} {half:8} {precision[half - 1]:10.2f} {recall[half - 1]:7.2f}"
)
best = choices(p)["highest F1"]
f1 = 2 * precision[best] * recall[best] / (precision[best] + recall[best])
print(f"the highest F1 is {f1:.3f}; half of it, {f1 / 2:.3f}, is its threshold")
print(f"a miss at {2 / f1 - 1:.1f} false alarms would have chosen it too")

plt.plot(recall, precision, label="all thresholds")
plt.xlabel("recall")
plt.ylabel("precision")
plt.legend()
plt.show()
