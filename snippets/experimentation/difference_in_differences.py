"""Shows difference-in-differences, its parallel-trends test, and its standard error."""

import numpy as np
from scipy import stats

UNITS, BEFORE, AFTER, EFFECT = 20, 12, 12, 1.0  # units per group, weeks


def panel(rng, runs, trend_gap):
    # two groups: (runs, units, weeks); groups differ in level, weeks share shocks
    weeks = np.arange(BEFORE + AFTER)
    y = rng.normal(size=(2, runs, UNITS, BEFORE + AFTER))
    for t in weeks[1:]:  # what moves one shop this week lasts into the next
        y[..., t] += 0.7 * y[..., t - 1]
    y += rng.normal(size=(runs, 1, len(weeks))).cumsum(2) + 0.1 * weeks
    y[0] += 3 + trend_gap * weeks
    y[0, ..., BEFORE:] += EFFECT
    return y


def change(y, split, end):
    # per unit, from the weeks before `split` to those up to `end`
    return y[..., split:end].mean(-1) - y[..., :split].mean(-1)


def p_value_by_row(y):
    # two-way fixed effects, every unit and week taken as independent
    groups = y.swapaxes(0, 1).reshape(y.shape[1], 2 * UNITS, -1)
    z = groups - groups.mean(2, keepdims=True) - groups.mean(1, keepdims=True)
    z += groups.mean((1, 2), keepdims=True)
    in_group = np.repeat([0.5, -0.5], UNITS)[:, None]
    d = in_group * np.repeat([-0.5, 0.5], [BEFORE, AFTER])  # equal halves
    did = (d * z).sum((1, 2)) / (d**2).sum()
    freedom = (2 * UNITS - 1) * (BEFORE + AFTER - 1) - 1
    error = ((z - did[:, None, None] * d) ** 2).sum((1, 2)) / freedom
    return 2 * stats.t.sf(abs(did) / np.sqrt(error / (d**2).sum()), freedom)


rng = np.random.default_rng(0)
print(f"true effect {EFFECT:.1f}; mean estimates over 500 panels")
print("trend gap  before/after  treated/control   DiD  placebo DiD")
for gap in (0.0, 0.1):
    y = panel(rng, 500, gap)
    late = y[..., BEFORE:].mean((1, 2, 3))
    now, placebo = change(y, BEFORE, None), change(y, BEFORE // 2, BEFORE)
    did, fake = (d[0].mean() - d[1].mean() for d in (now, placebo))
    line = f"{gap:9.1f} {now[0].mean():13.1f} {late[0] - late[1]:16.1f}"
    print(f"{line} {did:5.1f} {fake:12.1f}")

y = panel(rng, 500, 0.0)
y[0, ..., BEFORE:] -= EFFECT  # now without any effect
by_unit = stats.ttest_ind(*change(y, BEFORE, None), axis=1).pvalue
print(f"false alarms, rows independent: {(p_value_by_row(y) < 0.05).mean():.0%}")
print(f"false alarms, one change per unit: {(by_unit < 0.05).mean():.0%}")
