import numpy as np
import pytest


def data(seed, spread):
    rng = np.random.default_rng(seed)
    w = rng.standard_normal((9, 14))
    x = rng.standard_normal((80, 14)) * np.geomspace(1, spread, 14) @ np.linalg.qr(rng.standard_normal((14, 14)))[0]
    return w, x


@pytest.mark.parametrize("rank", [1, 3, 8])
def test_errors_are_the_tails_of_the_singular_values(snippet, rank):
    w, x = data(1, 0.05)
    left, right = snippet.factorise(w, rank)
    assert left.shape == (9, rank) and right.shape == (rank, 14)
    tail = np.linalg.svd(w)[1][rank:]
    assert np.linalg.norm(left @ right - w) == pytest.approx(np.linalg.norm(tail))
    left, right = snippet.factorise_for_inputs(w, x, rank)
    assert left.shape == (9, rank) and right.shape == (rank, 14)
    tail = np.linalg.svd(x @ w.T)[1][rank:]  # no matrix of this rank can be closer to the outputs
    assert np.linalg.norm(x @ (left @ right - w).T) == pytest.approx(np.linalg.norm(tail))
    assert snippet.output_error(w, (left, right), x) == pytest.approx(np.linalg.norm(tail) / np.linalg.norm(x @ w.T))


def test_with_white_inputs_both_are_the_same(snippet):
    w, _ = data(2, 1)
    x = 3 * np.eye(14)
    a, b = snippet.factorise(w, 4), snippet.factorise_for_inputs(w, x, 4)
    np.testing.assert_allclose(a[0] @ a[1], b[0] @ b[1], atol=1e-10)


def test_conclusions(snippet):
    rows = [[float(v) for v in line.split()] for line in snippet.printed.splitlines()[2:]]
    assert [r[0] for r in rows] == [16, 32, 64]
    for rank, share, blind, aware in rows:
        assert share == pytest.approx(rank * (128 + 256) / (128 * 256), abs=0.006) and aware < 0.8 * blind
    best = 128 * 256 / 384
    assert f"below rank {best:.1f}" in snippet.printed
    assert snippet.seen.shape == snippet.fresh.shape == (2000, 256)
