import numpy as np


def test_mask_pair_by_pair(snippet):
    for n, window, sinks in ((6, 3, 0), (7, 2, 2), (5, 5, 1), (4, 1, 4), (4, 9, 0)):
        expected = [[k <= q and (q - k < window or k < sinks) for k in range(n)] for q in range(n)]
        np.testing.assert_array_equal(snippet.window_mask(n, window, sinks), expected)


def test_reach_is_a_walk_through_the_graph(snippet):
    rng = np.random.default_rng(2)
    for layers in (1, 2, 3):
        mask = np.tril(rng.random((9, 9)) < 0.3) | np.eye(9, dtype=bool)
        reached = {8}
        for _ in range(layers):
            reached = {k for q in reached for k in np.flatnonzero(mask[q])}
        assert snippet.reach(mask, layers) == len(reached)


def test_the_formulas_of_the_page(snippet):
    for n, w in ((40, 4), (30, 7)):
        assert snippet.window_mask(n, w).sum() == n * w - w * (w - 1) // 2
        for layers in (1, 2, 3, 20):
            assert snippet.reach(snippet.window_mask(n, w), layers) == min(n, layers * (w - 1) + 1)
    assert snippet.reach(snippet.window_mask(40, 4, 1), 1) == 5  # the first token is seen at once


def test_printed(snippet):
    n, w = 256, 16
    lines = snippet.printed.splitlines()
    assert [int(line.split()[-1]) for line in lines[:2]] == [n * (n + 1) // 2, n * w - w * (w - 1) // 2]
    # each query of number 16 or later sees min(4, q - 15) first tokens outside its window
    assert int(lines[2].split()[-1]) == int(lines[1].split()[-1]) + sum(min(4, q - 15) for q in range(16, n))
    for line, layers in zip(lines[3:], (1, 2, 4, 16), strict=True):
        assert line.strip().startswith(f"{layers} layers") and f" {layers * 15 + 1} tokens" in line
