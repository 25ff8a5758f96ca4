import numpy as np
import pytest
import torch
from scipy.stats import norm


def test_nll_is_the_negative_log_density(snippet):
    y = np.array([-1.0, 0.3, 4.0])
    for mean, std in ((0.0, 1.0), (2.0, 0.05), (-1.0, 30.0)):
        np.testing.assert_allclose(snippet.gaussian_nll(y, mean, std), -norm(mean, std).logpdf(y))


def test_a_change_of_unit_adds_the_log_of_the_factor(snippet):
    y = np.random.default_rng(0).normal(size=20)
    for factor in (0.01, 3.0, 1000.0):
        shift = snippet.gaussian_nll(factor * y, 0, 0.4 * factor) - snippet.gaussian_nll(y, 0, 0.4)
        np.testing.assert_allclose(shift, np.log(factor))


def test_bce_is_torchs_and_its_lowest_value_the_entropy(snippet):
    z = np.linspace(-40, 40, 4001)
    for y in (0.0, 0.2, 0.5, 1.0):
        torchs = torch.nn.functional.binary_cross_entropy_with_logits(
            torch.tensor(z), torch.full((len(z),), y, dtype=torch.float64), reduction="none"
        )
        ours = snippet.bce(z, y)
        np.testing.assert_allclose(ours, torchs, atol=1e-12)
        assert 0 <= snippet.lowest_bce(y) <= ours.min() + 1e-12
        assert ours.min() == pytest.approx(snippet.lowest_bce(y), abs=1e-4)


def test_a_target_outside_0_to_1_has_no_lowest_loss(snippet):
    for y, direction in ((255, 1), (1.1, 1), (-0.1, -1)):
        values = [snippet.bce(direction * z, y) for z in (100, 1000, 10000)]
        assert 0 > values[0] > values[1] > values[2]
