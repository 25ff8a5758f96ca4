import numpy as np
from scipy.stats import norm
from statsmodels.stats.multitest import multipletests


def test_the_gate_closes_at_the_first_failure(snippet):
    p = np.array([[0.01, 0.05, 0.2, 0.001], [0.06, 0.0, 0.0, 0.0], [0.01, 0.01, 0.01, 0.051]])
    expected = [[1, 1, 0, 0], [0, 0, 0, 0], [1, 1, 1, 0]]
    np.testing.assert_array_equal(snippet.gated(p), np.array(expected, bool))
    np.testing.assert_array_equal(snippet.RULES["each at 0.05"](p), p <= 0.05)


def test_holm_agrees_with_statsmodels(snippet):
    p = np.random.default_rng(2).beta(0.3, 2, (12, 4))
    expected = [multipletests(row, 0.05, "holm")[0] for row in p]
    np.testing.assert_array_equal(snippet.holm(p), expected)


def test_exact_rates(snippet):
    power = norm.sf(1.96 - 3) + norm.cdf(-1.96 - 3)
    cases = {
        (3, 0, 0): (power * 0.05, [power]),
        (3, 3, 0): (power**2 * 0.05, [power, power**2]),
        (0, 3, 3): (0.05, [0.05 * power, 0.05 * power**2]),
    }
    rng = np.random.default_rng(5)
    for shifts, (false, found) in cases.items():
        p = 2 * norm.sf(np.abs(rng.normal(shifts, 1, (100_000, 3))))
        result, null = snippet.gated(p), np.array(shifts) == 0
        # 100,000 tests: standard error at most 0.0015
        assert abs(result[:, null].any(axis=1).mean() - false) < 0.005
        np.testing.assert_allclose(result[:, ~null].mean(axis=0), found, atol=0.006)
        block = snippet.printed.split(f"mean z {list(shifts)}\n")[1].splitlines()[2]
        printed = [float(word) for word in block.replace("%", " ").replace(",", " ").split() if word[0].isdigit()]
        np.testing.assert_allclose(printed, [100 * false, *[100 * x for x in found]], atol=0.9)


def test_the_family_error_is_kept(snippet):
    for line in snippet.printed.splitlines():
        if "in order" in line or "Holm" in line:
            assert float(line.split("false")[1].split("%")[0]) < 5.3  # three standard errors above 5
    p = snippet.ndtr(-np.abs(np.random.default_rng(9).normal(size=(50_000, 3)))) * 2
    assert abs(snippet.RULES["each at 0.05"](p).any(axis=1).mean() - (1 - 0.95**3)) < 0.008
