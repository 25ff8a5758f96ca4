import numpy as np
import pytest
from scipy.stats import multivariate_normal, norm


def inside(bounds, drift=0.0):
    """P(no crossing) as a rectangle of a multivariate normal, by SciPy's quasi-Monte Carlo."""
    looks = np.arange(1, len(bounds) + 1)
    correlation = np.sqrt(np.minimum.outer(looks, looks) / np.maximum.outer(looks, looks))
    mean = drift * np.sqrt(looks / len(bounds))
    return multivariate_normal(mean, correlation).cdf(bounds, lower_limit=-np.asarray(bounds))


def test_crossing_probabilities_are_those_of_the_multivariate_normal(snippet):
    for bounds in ([1.3], [2.0, 1.5], [3.0, 2.5, 2.2], [2.4, 2.6, 1.9, 2.1]):
        for drift in (0.0, 1.5, -2.8):
            per_look = snippet.first_crossing(np.array(bounds), drift)
            for k in range(1, len(bounds) + 1):
                there = drift * np.sqrt(k / len(bounds))  # the mean of z at look k
                np.testing.assert_allclose(per_look[:k].sum(), 1 - inside(bounds[:k], there), atol=1e-4)


def test_constants_spend_exactly_alpha(snippet):
    for looks, alpha in ((1, 0.05), (3, 0.05), (4, 0.01)):
        falling = np.sqrt(looks / np.arange(1, looks + 1))
        for shape in (np.ones(looks), falling):
            c = snippet.constant(shape, alpha)
            assert abs(1 - inside(c * shape) - alpha) < 1e-4
    assert abs(snippet.constant(np.ones(1)) - norm.isf(0.025)) < 1e-9
    # no dependence on the number of quadrature nodes
    nodes, weights = np.polynomial.legendre.leggauss(200)
    before = snippet.constant(np.ones(10))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(snippet, "NODES", nodes)
        patch.setattr(snippet, "WEIGHTS", weights)
        assert abs(snippet.constant(np.ones(10)) - before) < 1e-6


def test_published_constants(snippet):
    # Jennison and Turnbull, Group sequential methods, 2000: two-sided, alpha 0.05
    tables = {2: (2.178, 1.977), 3: (2.289, 2.004), 4: (2.361, 2.024), 5: (2.413, 2.040), 10: (2.555, 2.087)}
    for looks, (pocock, obf) in tables.items():
        assert abs(snippet.constant(np.ones(looks)) - pocock) < 6e-4
        assert abs(snippet.constant(np.sqrt(looks / np.arange(1, looks + 1))) - obf) < 6e-4


def test_published_sample_sizes(snippet):
    # SAS/STAT, PROC SEQDESIGN, example "Two-Sided Pocock and O'Brien-Fleming Designs":
    # 4 stages, power 0.9, max information 118.3143 % of the fixed design, mean under the alternative 69.74805 %
    # SAS leaves out wins on the wrong side, less than 1e-5 of the power: hence the tolerance
    bounds = snippet.constant(np.ones(4)) * np.ones(4)
    largest, mean = snippet.sizes(bounds, power=0.9)
    assert abs(largest - 1.183143) < 2e-4
    assert abs(mean - 0.6974805) < 2e-4


def test_drift_gives_the_power(snippet):
    for bounds in ([1.96], [2.6, 2.1]):
        for power in (0.5, 0.8, 0.95):
            drift = snippet.drift_for_power(np.array(bounds), power)
            assert abs(1 - inside(bounds, drift) - power) < 1e-4
    assert snippet.drift_for_power([norm.isf(0.025)], 0.8) == pytest.approx(2.8016, abs=2e-4)


def test_printed_conclusions(snippet):
    one, two = snippet.sizes(snippet.first), snippet.sizes(snippet.constant(np.ones(5)) * np.ones(5))
    assert one[0] < two[0]  # O'Brien-Fleming needs less at most
    assert one[1] > two[1]  # and more in the mean
    np.testing.assert_allclose(snippet.first * np.sqrt(np.arange(1, 6)), snippet.first[0])
