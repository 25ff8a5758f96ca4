import numpy as np
from scipy.stats import ks_2samp


def test_shares_and_distances(snippet):
    rng = np.random.default_rng(1)
    a = rng.normal(5, 1, 400)
    served = {"same": a, "shuffled": a[::-1].copy(), "tenth": a.copy(), "far": a + 50}
    served["tenth"][:40] += 1
    report = snippet.skew(served, {name: a for name in served})
    assert report["same"] == (0, 0) and report["shuffled"] == (1, 0)
    assert report["tenth"][0] == 0.1 and report["far"] == (1, 1)
    assert np.isclose(report["tenth"][1], ks_2samp(served["tenth"], a).statistic)


def test_missing_values(snippet):
    value = np.array([1.0, np.nan, 3.0, np.nan])
    assert snippet.skew({"x": value}, {"x": value})["x"] == (0, 0)
    share, distance = snippet.skew({"x": np.nan_to_num(value)}, {"x": value})["x"]
    assert share == 0.5 and distance == 0.5  # two zeros below both values


def test_the_tolerance_is_relative_to_the_recomputed(snippet):
    value = np.array([1000.0, 1000.0])
    served = np.array([1000.02, 1000.005])
    assert snippet.skew({"x": served}, {"x": value})["x"][0] == 0.5
    assert snippet.skew({"x": served}, {"x": value}, rtol=1e-3)["x"][0] == 0
    assert snippet.skew({"x": np.array([2.0])}, {"x": np.array([1.0])}, rtol=0.9)["x"][0] == 1


def test_offline_is_local_time_and_online_has_the_three_faults(snippet):
    raw = {
        "amount": np.array([0.1, 2.0]),
        "utc_hour": np.array([23, 5]),
        "offset": np.array([2, 1]),
        "balance": np.array([np.nan, 7.0]),
        "visits": np.array([4, 9]),
    }
    right, wrong = snippet.offline(raw), snippet.online(raw)
    assert right["hour"].tolist() == [1, 6] and wrong["hour"].tolist() == [23, 5]
    assert wrong["balance"].tolist() == [0, 7] and wrong["visits"].tolist() == [9, 4]
    for name in ("amount", "balance", "visits"):
        np.testing.assert_array_equal(right[name], raw[name])
    assert wrong["amount"].dtype == np.float32 and np.allclose(wrong["amount"], raw["amount"])


def test_the_printed_report(snippet):
    raw, lines = snippet.raw, snippet.printed.splitlines()
    served, right = snippet.online(raw), snippet.offline(raw)
    for line in lines[1:5]:
        name, share, distance = line.split()
        pairs = list(zip(served[name].tolist(), right[name].tolist(), strict=True))
        differs = [not (a == b or abs(a - b) <= 1e-5 * abs(b) or (a != a and b != b)) for a, b in pairs]
        assert share == f"{np.mean(differs):.1%}"
        grid = np.unique(np.r_[served[name], right[name]])
        grid = grid[~np.isnan(grid)]
        steps = [
            np.searchsorted(np.sort(v[~np.isnan(v)]), grid, "right") / np.sum(~np.isnan(v))
            for v in (served[name], right[name])
        ]
        assert distance == f"{np.max(np.abs(steps[0] - steps[1])):.2f}"
    exact = np.mean(raw["amount"].astype(np.float32) != raw["amount"])
    assert lines[5].split()[-2] == f"{exact:.0%}"
    # the page: distributions agree where most rows differ
    assert snippet.skew(served, right)["visits"][1] < 1e-12
    assert snippet.skew(served, right)["hour"][1] < 1.63 * np.sqrt(2 / 5000)
    assert len(raw["amount"]) == 5000 and set(raw["offset"]) == {0, 1, 2} and set(raw["utc_hour"]) == set(range(24))
    assert abs(np.isnan(raw["balance"]).mean() - 0.03) < 0.01
    assert abs(np.nanmean(raw["balance"]) - 5) < 0.12 and abs(np.nanstd(raw["balance"]) - 2) < 0.09
    assert abs(raw["visits"].mean() - 20) < 0.3 and abs(np.log(raw["amount"]).mean() - 3) < 0.06
