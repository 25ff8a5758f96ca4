import numpy as np
import pytest
from scipy.stats import norm


def test_agrees_with_a_simulation(snippet):
    # 400,000 ideas: at least 20,000 wins, standard error at most 0.0035
    rng = np.random.default_rng(1)
    for real, power, level in ((0.1, 0.8, 0.025), (0.3, 0.4, 0.05)):
        works = rng.random(400_000) < real
        z = rng.normal(np.where(works, norm.isf(level) - norm.isf(power), 0))
        won = z > norm.isf(level)
        assert abs(np.mean(~works[won]) - snippet.false_share(real, power, level)) < 0.014


def test_limits_and_defaults(snippet):
    assert snippet.false_share(1) == 0
    assert snippet.false_share(1e-12) == pytest.approx(1)
    assert snippet.false_share(0.5, 0.3, 0.3) == 0.5
    assert snippet.false_share(0.1) == snippet.false_share(0.1, 0.8, 0.025)
