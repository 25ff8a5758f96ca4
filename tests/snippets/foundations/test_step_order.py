import warnings

import pytest


def moved(snippet, calls):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return snippet.lengths(calls)


def test_lengths_follow_from_norm_ten_and_a_halving_rate(snippet):
    rates = [1, 0.5, 0.25]
    clipped = pytest.approx(rates, rel=1e-4)  # a gradient of norm 1 times the rate
    whole = pytest.approx([10 * r for r in rates], rel=1e-4)
    assert moved(snippet, snippet.orders["right"]) == clipped
    assert moved(snippet, snippet.orders["clip after step"]) == whole
    assert moved(snippet, snippet.orders["clip before backward"]) == whole
    assert moved(snippet, snippet.orders["zero before step"]) == [0, 0, 0]
    assert moved(snippet, snippet.orders["schedule first"]) == pytest.approx([r / 2 for r in rates], rel=1e-4)


def test_without_zero_the_gradients_are_summed(snippet):
    # 10, 20, 30 times the rates 1, 0.5, 0.25
    assert moved(snippet, snippet.orders["no zero"]) == pytest.approx([10, 10, 7.5])
    # zeroing at the end is as good as at the beginning
    assert moved(snippet, "backward clip step schedule zero") == pytest.approx([1, 0.5, 0.25], rel=1e-4)


def test_only_the_early_scheduler_warns(snippet):
    counts = {row[:20].strip(): int(row.split()[-1]) for row in snippet.printed.splitlines()}
    assert counts == {name: int(name == "schedule first") for name in snippet.orders}


def test_each_wrong_order_differs_from_the_right_one(snippet):
    assert set(snippet.orders["right"].split()) == {"zero", "backward", "clip", "step", "schedule"}
    right = moved(snippet, snippet.orders["right"])
    assert all(moved(snippet, calls) != right for name, calls in snippet.orders.items() if name != "right")
