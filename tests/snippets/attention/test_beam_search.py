import itertools

import numpy as np
import pytest


def every_sequence(log_p, steps, end):
    for path in itertools.product(range(len(log_p)), repeat=steps):
        n = path.index(end) + 1 if end in path else steps
        path = (0, *path[:n])
        yield sum(log_p[a, b] for a, b in itertools.pairwise(path)), path


def best(log_p, steps, end, mean=False):
    return max(every_sequence(log_p, steps, end), key=lambda b: b[0] / (len(b[1]) - 1) ** mean)


@pytest.mark.parametrize("seed", range(25))
def test_a_wide_beam_is_exhaustive(snippet, seed):
    log_p = np.log(np.random.default_rng(seed).dirichlet(np.ones(3), size=3))
    for steps in (1, 2, 4):
        for mean in (False, True):
            score, path = snippet.beam_search(log_p, 1000, steps, 2, mean)
            expected = best(log_p, steps, 2, mean)
            assert path == expected[1] and score == pytest.approx(expected[0])


@pytest.mark.parametrize("seed", range(4))
def test_width_one_is_greedy(snippet, seed):
    log_p = np.log(np.random.default_rng(seed).dirichlet(np.ones(4), size=4))
    path = [0]
    while len(path) < 6 and path[-1] != 3:
        path.append(int(log_p[path[-1]].argmax()))
    assert snippet.beam_search(log_p, 1, 5, 3)[1] == tuple(path)


def test_what_the_page_concludes(snippet):
    lines = snippet.printed.splitlines()
    np.testing.assert_allclose(snippet.P.sum(axis=1), 1)
    assert snippet.END == 3
    greedy, two = snippet.beam_search(snippet.log_p, 1, 2, 3), snippet.beam_search(snippet.log_p, 2, 2, 3)
    assert greedy[0] < two[0] == pytest.approx(best(snippet.log_p, 2, 3)[0])
    assert "probability 0.23" in lines[0] and "probability 0.34" in lines[1]
    short, long = best(snippet.log_p, 6, 3), best(snippet.log_p, 6, 3, True)
    assert str(short[1]) in lines[4] and str(long[1]) in lines[5] and len(short[1]) < len(long[1])
    assert best(snippet.log_p, 2, 3)[1] == (0, 2, 1) and lines[3].count("(0, 2, 1)") == 1
