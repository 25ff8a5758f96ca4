import numpy as np
import pytest
from scipy.stats import norm

# the table of the QLoRA paper, appendix E, also in bitsandbytes
PUBLISHED = [-1.0, -0.6961928009986877, -0.5250730514526367, -0.39491748809814453, -0.28444138169288635, -0.18477343022823334,
             -0.09105003625154495, 0.0, 0.07958029955625534, 0.16093020141124725, 0.24611230194568634, 0.33791524171829224,
             0.44070982933044434, 0.5626170039176941, 0.7229568362236023, 1.0]  # fmt: skip


def test_code_is_the_published_one(snippet):
    np.testing.assert_allclose(snippet.nf4_code(), PUBLISHED, atol=3e-7)
    assert snippet.nf4_code()[7] == 0
    other = snippet.nf4_code(0.9)
    assert other[-2] == pytest.approx(norm.ppf(0.85) / norm.ppf(0.9)) and len(other) == 16
    assert other[1] == pytest.approx(-norm.ppf(0.9 - 0.4 / 7) / norm.ppf(0.9))


def test_absmax_takes_the_nearest_code_of_the_scaled_block(snippet):
    rng = np.random.default_rng(3)
    w = (rng.normal(size=(8, 6)) * np.exp(rng.normal(size=(8, 1)))).ravel()
    for code in (np.array(PUBLISHED), np.arange(-7.0, 8.0), np.array([-4.0, -1, 0, 2, 3])):
        for block in (6, 12):
            quantised = snippet.absmax_quantise(w, code, block)
            for values, ours in zip(w.reshape(-1, block), quantised, strict=True):
                scale = np.abs(values).max() / np.abs(code).max()
                nearest = [scale * code[np.argmin(np.abs(code * scale - v))] for v in values]
                np.testing.assert_allclose(ours, nearest)


def test_affine_is_a_ruler_from_minimum_to_maximum(snippet):
    rng = np.random.default_rng(4)
    w = rng.normal(size=40) + 3
    for values, ours in zip(w.reshape(4, 10), snippet.affine_quantise(w, 10), strict=True):
        ruler = np.linspace(values.min(), values.max(), 16)
        np.testing.assert_allclose(ours, [ruler[np.argmin(np.abs(ruler - v))] for v in values])


def test_formats_of_the_table(snippet):
    assert snippet.fp4.tolist() == [-6, -4, -3, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3, 4, 6]
    assert snippet.int4.tolist() == list(range(-7, 8))
    np.testing.assert_allclose(snippet.nf4, PUBLISHED, atol=3e-7)
    # 2²⁰ draws: the mean's standard error is 1e-3, the variance's 1.4e-3
    assert abs(snippet.w.mean()) < 0.004 and abs(snippet.w.var() - 1) < 0.006 and len(snippet.w) == 2**20


def expected_errors(code, block):
    """Squared and absolute error of a symmetric absmax code on N(0, 1), by integration over the maximum m of a block."""
    code = np.asarray(code) / np.max(np.abs(code))
    middles = np.concatenate([[-1], (code[1:] + code[:-1]) / 2, [1]])

    def partial(m):  # errors of one of the other values, a normal within (-m, m)
        grid = np.linspace(-m, m, 4001)
        nearest = m * code[np.clip(np.searchsorted(middles, grid / m) - 1, 0, len(code) - 1)]
        density = norm.pdf(grid) / (2 * norm.cdf(m) - 1)
        return np.array([np.trapezoid(density * np.abs(grid - nearest) ** p, grid) for p in (2, 1)])

    points = np.linspace(0.5, 6, 111)
    maximum = block * (2 * norm.cdf(points) - 1) ** (block - 1) * 2 * norm.pdf(points)
    inner = np.array([partial(m) for m in points])
    return (block - 1) / block * np.trapezoid(maximum[:, None] * inner, points, axis=0)


def test_printed_errors_are_the_expectations(snippet):
    rows = {line[:24].strip(): [float(v) for v in line[24:].split()] for line in snippet.printed.splitlines()[4:]}
    for name, code, block in [
        ("NF4 64", PUBLISHED, 64),
        ("NF4 32", PUBLISHED, 32),
        ("int4 symmetric 64", np.arange(-7, 8), 64),
    ]:
        squared, absolute = expected_errors(code, block)
        assert rows[name][1] == pytest.approx(squared, rel=0.012)  # rounding of the table to four decimals
        assert rows[name][2] == pytest.approx(absolute, rel=0.005)
    bits = {name: row[0] for name, row in rows.items()}
    assert bits == {"NF4 64": 4.25, "int4 symmetric 64": 4.25, "fp4 E2M1 64": 4.25, "int4 min-max 64": 4.5,
                    "int4 min-max 128": 4.25, "NF4 32": 4.5, "int4 min-max 32": 5.0}  # fmt: skip
    # at one block min-max has the smaller squared error; at equal bits NF4 wins both
    assert rows["int4 min-max 64"][1] < rows["NF4 64"][1] and rows["int4 min-max 64"][2] > rows["NF4 64"][2]
    assert rows["NF4 64"][1:] < rows["int4 min-max 128"][1:] and rows["NF4 32"][1:] < rows["int4 min-max 64"][1:]
