import numpy as np
import pytest
from sklearn.metrics import precision_recall_curve


def test_curves_agree_with_scikit_learn_on_weighted_labels(snippet):
    p = np.random.default_rng(1).beta(1, 4, size=40)
    # each case is a positive of weight p and a negative of weight 1 - p
    precision, recall, thresholds = precision_recall_curve(
        np.repeat([1, 0], 40), np.tile(p, 2), sample_weight=np.concatenate([p, 1 - p])
    )
    ours = snippet.curves(p)
    np.testing.assert_allclose(ours[0], thresholds[::-1])
    np.testing.assert_allclose(ours[1], precision[-2::-1])
    np.testing.assert_allclose(ours[2], recall[-2::-1])


def brute(p, k, miss):
    flagged, rest = np.sort(p)[::-1][: k + 1], np.sort(p)[::-1][k + 1 :]
    hits = flagged.sum()
    f1 = 2 * hits / (len(flagged) + p.sum())
    return f1, (1 - flagged).sum() + miss * rest.sum(), hits / len(flagged)


@pytest.mark.parametrize("seed", range(4))
def test_choices_against_brute_force(snippet, seed):
    p = np.random.default_rng(seed).beta(0.5, 2, size=120)
    found = snippet.choices(p, miss_cost=4.0, precision_floor=0.7, capacity=15)
    table = np.array([brute(p, k, 4.0) for k in range(120)])
    assert found["highest F1"] == table[:, 0].argmax()
    assert found["lowest cost, miss 10"] == table[:, 1].argmin()
    assert found["precision at least 0.6"] == max(k for k in range(120) if table[k, 2] >= 0.7)
    assert found["200 reviews a day"] == 14


def test_a_precision_that_is_just_reached_counts(snippet):
    p = np.array([0.25, 1.0, 0.5, 0.75])  # precision of the first three: exactly 0.75
    assert snippet.choices(p, precision_floor=0.75)["precision at least 0.6"] == 2


def test_calibrated_thresholds_follow_from_costs_and_from_half_of_f1(snippet):
    found = snippet.choices(snippet.p)
    flagged = {name: (snippet.threshold[k], snippet.threshold[k + 1]) for name, k in found.items()}
    low, high = flagged["lowest cost, miss 10"][::-1]
    assert low <= 1 / 11 <= high
    low, high = flagged["highest F1"][::-1]
    assert low <= snippet.f1 / 2 <= high
    assert found["200 reviews a day"] == 199
    assert (
        snippet.precision[found["precision at least 0.6"]]
        >= 0.6
        > snippet.precision[found["precision at least 0.6"] + 1]
    )


def test_printed_table(snippet):
    lines = snippet.printed.splitlines()
    assert lines[0] == f"{snippet.p.sum():.0f} positives expected among 5000"
    for line in lines[2:7]:
        threshold, flagged, precision, recall = map(float, line[23:].split())
        top = np.sort(snippet.p)[::-1][: int(flagged)]
        assert precision == pytest.approx(top.mean(), abs=0.006)
        assert recall == pytest.approx(top.sum() / snippet.p.sum(), abs=0.006)
        assert threshold == pytest.approx(top[-1], abs=0.03)
    price = float(lines[8].split()[3])
    assert 1 / (1 + price) == pytest.approx(snippet.f1 / 2, abs=0.003)
    f1, half = (float(word.strip(",;")) for word in lines[7].split() if word[0] == "0")
    assert half == pytest.approx(f1 / 2, abs=0.001)
    assert f1 == pytest.approx(max(brute(snippet.p, k, 1)[0] for k in range(300, 700)), abs=0.001)


def test_the_picture_shows_the_curve_and_the_four_choices(snippet):
    *points, curve = snippet.figures[0].axes[0].lines
    np.testing.assert_array_equal(curve.get_xdata(), snippet.recall)
    np.testing.assert_array_equal(curve.get_ydata(), snippet.precision)
    for point, k in zip(points, snippet.choices(snippet.p).values(), strict=True):
        assert (point.get_xdata()[0], point.get_ydata()[0]) == (snippet.recall[k], snippet.precision[k])
