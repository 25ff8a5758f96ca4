import numpy as np
import pytest


def test_ratio_and_z_against_simulation(snippet):
    rng = np.random.default_rng(1)
    p = rng.random(400) * 0.3
    results = np.array([snippet.observed_over_expected(p, rng.random(400) < p) for _ in range(4_000)])
    assert results[:, 0].mean() == pytest.approx(1, abs=0.008)
    assert results[:, 1].mean() == pytest.approx(0, abs=4 / np.sqrt(4_000))
    assert results[:, 1].std() == pytest.approx(1, abs=0.05)


def test_by_hand(snippet):
    ratio, z = snippet.observed_over_expected(np.array([0.5, 0.5, 0.2]), np.array([1, 1, 1]))
    assert ratio == pytest.approx(2.5) and z == pytest.approx(1.8 / np.sqrt(0.66))


def test_slices_are_separated(snippet):
    p, y = np.array([0.5, 0.4, 0.1, 0.2]), np.array([1, 0, 1, 0])
    found = snippet.by_slice(p, y, np.array(["a", "b", "b", "a"]))
    assert set(found) == {"a", "b"}
    assert found["a"] == pytest.approx(snippet.observed_over_expected(p[[0, 3]], y[[0, 3]]))
    assert found["b"] == pytest.approx(snippet.observed_over_expected(p[1:3], y[1:3]))


def test_data_are_as_described(snippet):
    for name, share, factor in (("app", 0.45, 1.15), ("web", 0.45, 0.95), ("new market", 0.1, 0.55)):
        here = snippet.group == name
        assert here.mean() == pytest.approx(share, abs=0.008)
        expected = snippet.p[here] * factor
        z = (snippet.y[here].sum() - expected.sum()) / np.sqrt((expected * (1 - expected)).sum())
        assert abs(z) < 3.5
    assert snippet.p.mean() == pytest.approx(0.1, abs=0.001)
    assert snippet.p.std() == pytest.approx(np.sqrt(0.1 * 0.9 / 21), rel=0.03)
    assert snippet.y.size == 60_000


def test_total_is_calibrated_and_slices_are_not(snippet):
    rows = {line[:12].strip(): line[12:].split() for line in snippet.printed.splitlines()}
    z = {name: float(row[-1]) for name, row in rows.items()}
    assert abs(z["all"]) < 2 and z["app"] > 3 and z["new market"] < -3
    assert rows["all"][3] == "1.00"
