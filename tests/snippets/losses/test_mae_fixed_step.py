import numpy as np
import pytest


@pytest.mark.parametrize("rate", [0.05, 0.3, 0.7, 1.2])
def test_mse_contracts_by_the_same_factor_each_step(snippet, rate):
    expected = abs(1 - 2 * rate) ** 7 * 3.0
    np.testing.assert_allclose(snippet.descend(snippet.squared_slope, np.full(7, rate), start=-3.0), expected)


def test_mae_moves_by_the_rate_and_then_oscillates_around_the_target(snippet):
    assert np.isclose(snippet.descend(np.sign, [0.25, 0.5]), 0.25)
    distances = [snippet.descend(np.sign, np.full(n, 0.4)) for n in range(3, 9)]
    np.testing.assert_allclose(distances, [0.2] * 6, atol=1e-9)  # 1 - 3 · 0.4 = -0.2, then 0.2, and so on
    assert snippet.descend(np.sign, np.full(1, 0.4)) == 0.6


def test_a_step_like_one_over_t_brings_mae_to_the_target(snippet):
    distances = [snippet.descend(np.sign, 0.3 / np.arange(1, n + 1)) for n in (20, 2000)]
    assert distances[1] < 3e-4 < distances[0]


def test_the_printed_distances(snippet):
    mse, mae, shrinking, exploding = (float(line.split()[-1]) for line in snippet.printed.splitlines()[1:])
    assert mse == 0 and 0.1 <= mae <= 0.3 and shrinking <= 0.3 / 200 and exploding > 1e15
    assert len(snippet.fixed) == 200 and (snippet.fixed == 0.3).all()
    np.testing.assert_allclose(snippet.shrinking * (1 + np.arange(200)), 0.3)
