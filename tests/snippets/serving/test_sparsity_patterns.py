import itertools

import numpy as np
import pytest
from scipy import integrate, sparse, stats

W = np.random.default_rng(4).standard_normal((8, 20))


def test_masks_by_brute_force(snippet):
    order = np.sort(np.abs(W), axis=None)
    np.testing.assert_array_equal(snippet.largest_half(W), np.abs(W) > order[79])
    mask = snippet.two_of_four(W)
    for r, c in itertools.product(range(8), range(0, 20, 4)):
        group = np.abs(W[r, c : c + 4])
        np.testing.assert_array_equal(mask[r, c : c + 4], group >= np.sort(group)[2])
    rows = snippet.strongest_rows(W)
    assert rows.shape == W.shape
    strong = np.argsort((W**2).sum(axis=1))[4:]
    np.testing.assert_array_equal(rows, np.isin(np.arange(8), strong)[:, None] * np.ones((8, 20), bool))


def test_the_middle_one_is_kept_and_the_demonstration_is_large(snippet):
    odd = np.array([[1.0], [-2.0], [3.0]])
    for mask in (snippet.largest_half(odd), snippet.strongest_rows(odd)):
        np.testing.assert_array_equal(mask, [[False], [True], [True]])
    assert snippet.w.shape == (512, 512)


def test_bytes(snippet):
    dense = np.random.default_rng(1).standard_normal((100, 200)) * snippet.largest_half(
        np.random.default_rng(1).standard_normal((100, 200))
    )
    csr = sparse.csr_array(dense.astype(np.float32))
    stored = csr.data.size * 2 + csr.indices.astype(np.int32).nbytes  # values in 16 bits; without row pointers
    assert snippet.bytes_per_weight(0.5, "CSR") * dense.size == pytest.approx(stored)
    assert snippet.bytes_per_weight(0.25, "CSR") == 1.5
    assert snippet.bytes_per_weight(0.25, "bitmap") == 0.625
    assert snippet.bytes_per_weight(0.5, "2:4") * 16 == 18  # 8 values of 2 bytes, 8 positions of 2 bits
    assert snippet.bytes_per_weight(0.3, "dense") == pytest.approx(0.6)


def test_energy_kept_of_normal_weights(snippet):
    energy = [float(line[20:33]) for line in snippet.printed.splitlines()[1:5]]
    # the half with |w| above the median: twice the integral of w² φ(w) above the quantile 0.75
    above = 2 * integrate.quad(lambda v: v**2 * stats.norm.pdf(v), stats.norm.ppf(0.75), 12)[0]
    assert energy[0] == energy[1] == pytest.approx(above, abs=0.002)  # 2^18 weights: standard error 0.0005
    draws = np.sort(np.random.default_rng(0).standard_normal((100_000, 4)) ** 2, axis=1)
    assert energy[2] == pytest.approx(draws[:, 2:].sum() / draws.sum(), abs=0.003)
    assert 0.5 < energy[3] < 0.55 < energy[2] < energy[0]


def test_break_even_densities(snippet):
    assert snippet.break_even("CSR") == pytest.approx(1 / 3)
    assert snippet.break_even("bitmap") == pytest.approx(15 / 16)
    assert "CSR is smaller than dense below a density of 0.3333" in snippet.printed  # 6 density < 2
    assert "bitmap is smaller than dense below a density of 0.9375" in snippet.printed  # 2 density + 1/8 < 2
