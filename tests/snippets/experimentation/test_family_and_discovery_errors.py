import numpy as np
from scipy.stats import norm
from statsmodels.stats.multitest import multipletests


def test_p_values_have_the_stated_distribution(snippet):
    # 20,000 tests: standard error of a correlation below 0.008, of a share of 0.05 0.0016
    for rho in (0.0, 0.6):
        p = snippet.p_values(rho, np.random.default_rng(3))
        assert p.shape == (20_000, 20)
        np.testing.assert_allclose((p[:, 5:] < 0.05).mean(axis=0), 0.05, atol=0.008)
        power = norm.sf(1.96 - 3) + norm.cdf(-1.96 - 3)
        np.testing.assert_allclose((p[:, :5] < 0.05).mean(axis=0), power, atol=0.013)
        z = -norm.ppf(p[:, :5] / 2)  # nearly always positive there, so that the size is z
        assert abs(np.corrcoef(z[:, 0], z[:, 4])[0, 1] - rho) < 0.04


def test_rules_agree_with_statsmodels(snippet):
    rng = np.random.default_rng(1)
    p = rng.beta(0.4, 1.5, (8, 20)) * rng.choice([1, 0.02], (8, 1))
    p[0], p[1] = 1e-6, 0.9
    methods = {"Bonferroni": "bonferroni", "Holm": "holm", "BH": "fdr_bh", "BY": "fdr_by"}
    for name, method in methods.items():
        expected = np.array([multipletests(row, 0.05, method)[0] for row in p])
        np.testing.assert_array_equal(snippet.RULES[name](p), expected, err_msg=name)
    np.testing.assert_array_equal(snippet.RULES["none"](p), p <= 0.05)


def test_conclusions(snippet):
    lines = [line.split() for line in snippet.printed.splitlines()]
    rows = {(block, line[0]): np.array(line[1::2], float) for block in (0, 1) for line in lines[6 * block + 1 :][:5]}
    assert len(rows) == 10
    for block in (0, 1):
        assert all(rows[block, name][0] <= 5 for name in ("Bonferroni", "Holm", "BY"))  # the family
        assert rows[block, "BH"][1] < 5 and rows[block, "none"][1] > 10  # the share
        assert rows[block, "BH"][2] > rows[block, "Holm"][2] + 10
        assert rows[block, "Holm"][2] >= rows[block, "Bonferroni"][2]
    # independent: exactly (true nulls / m) q; 20,000 tests, standard error below 0.1 points
    assert abs(rows[0, "BH"][1] - 100 * 15 / 20 * 0.05) < 0.35
    assert abs(rows[0, "none"][0] - 100 * (1 - 0.95**15)) < 1.6
