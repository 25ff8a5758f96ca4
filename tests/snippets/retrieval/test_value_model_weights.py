import numpy as np
from hypothesis import given
from hypothesis import strategies as st


def test_values(snippet):
    np.testing.assert_allclose(snippet.weighted_sum(0.5, 0.2, 0.3), 0.3 * 0.5 + 0.7 * 0.2)
    np.testing.assert_allclose(np.log(snippet.weighted_product(0.5, 0.2, 0.3)), 0.3 * np.log(0.5) + 0.7 * np.log(0.2))


def test_winners_weight_by_weight(snippet):
    rng = np.random.default_rng(1)
    a, b = rng.random((2, 9))
    grid = np.linspace(0, 1, 23)
    for rule in snippet.rules.values():
        expected = [int(np.argmax([rule(x, y, w) for x, y in zip(a, b, strict=True)])) for w in grid]
        np.testing.assert_array_equal(snippet.winners(rule, a, b, grid), expected)


@given(st.floats(0, 1))
def test_no_weight_of_a_sum_puts_the_balanced_item_first(snippet, w):
    # its point lies below the line between the other two: 0.45 against at least 0.5
    values = snippet.weighted_sum(snippet.click, snippet.finish, w)
    assert values[1] < max(values[0], values[2])


def test_the_sum_only_reaches_the_convex_hull_and_the_product_more(snippet):
    first = snippet.winners(snippet.weighted_sum, snippet.click, snippet.finish, snippet.grid)
    assert set(first) == {0, 2} and len(first) == 101
    first = snippet.winners(snippet.weighted_product, snippet.click, snippet.finish, snippet.grid)
    assert set(first) == {0, 1, 2}
    # where bait overtakes: (0.9/0.45)^w (0.1/0.45)^(1-w) = 1
    turn = np.log(4.5) / (np.log(4.5) + np.log(2))
    np.testing.assert_array_equal(first == 0, snippet.grid > turn)
    np.testing.assert_array_equal(first == 2, snippet.grid < 1 - turn)
    # the equal product is the chance of a click that finishes: the balanced item has most
    assert np.argmax(snippet.click * snippet.finish) == 1


@given(st.floats(0.05, 20), st.floats(0.01, 0.99))
def test_a_scale_of_one_head_changes_no_order_of_the_product(snippet, scale, w):
    value = snippet.weighted_product(snippet.click, snippet.finish, w)
    scaled = snippet.weighted_product(scale * snippet.click, snippet.finish, w)
    np.testing.assert_allclose(scaled / value, scale**w)


def test_printed_winners(snippet):
    lines = snippet.printed.splitlines()[-4:]
    assert [line.split(": ")[1] for line in lines] == ["bait", "balanced", "gem", "balanced"]
    assert np.argmax(0.6 * snippet.click + 0.4 * snippet.finish) == 0
    assert np.argmax(0.3 * snippet.click + 0.4 * snippet.finish) == 2
