import numpy as np
import pytest
from scipy.stats import binomtest, chisquare


@pytest.mark.parametrize(
    ("counts", "shares"), [((510, 490), (0.5, 0.5)), ((90, 7, 3), (0.9, 0.05, 0.05)), ((1, 2, 3, 4), (0.25,) * 4)]
)
def test_scipy_agrees(snippet, counts, shares):
    expected = np.sum(counts) * np.array(shares)
    np.testing.assert_allclose(snippet.srm_p_value(counts, shares), chisquare(counts, expected).pvalue)


def test_nearly_the_exact_binomial_test(snippet):
    found = snippet.srm_p_value((50_500, 49_500), (0.5, 0.5))
    assert abs(found - binomtest(50_500, 100_000).pvalue) < 1e-4


def test_alarms_at_its_level_when_the_split_is_right(snippet):
    rng = np.random.default_rng(1)
    counts = rng.multinomial(10_000, [0.7, 0.2, 0.1], 4_000)
    p = np.array([snippet.srm_p_value(row, [0.7, 0.2, 0.1]) for row in counts])
    # standard error of a share of 4,000 tests: 0.005 at 0.1, 0.0016 at 0.01
    assert abs((p < 0.1).mean() - 0.1) < 0.02 and abs((p < 0.01).mean() - 0.01) < 0.007


def test_loss_of_slow_devices_shifts_the_rate_by_the_mixture(snippet):
    rng = np.random.default_rng(2)
    for lost in (0.0, 0.3, 1.0):
        runs = [snippet.lossy_test(200_000, lost, rng) for _ in range(300)]
        counts = np.mean([run[0] for run in runs], axis=0)
        # standard error of a mean of 300 counts with sd 224: 13
        np.testing.assert_allclose(counts, [100_000, 100_000 * (1 - 0.1 * lost)], atol=60)
        slow = 0.1 * (1 - lost)
        rate = (0.9 * 0.06 + slow * 0.02) / (0.9 + slow)
        lift = rate / 0.056 - 1
        # a lift of one test has a standard error of 0.018: of 300, 0.001
        assert abs(np.mean([run[1] for run in runs]) - lift) < 0.005
        z = [run[2] for run in runs]
        error = np.sqrt(2 * 0.056 * 0.944 / 100_000)
        assert abs(np.mean(z) - (rate - 0.056) / error) < 0.3
        assert abs(np.std(z) - 1) < 0.2


def test_the_fake_win_comes_with_an_alarm(snippet):
    last = snippet.printed.splitlines()[-1]
    assert float(last.split("z = ")[1].split(",")[0]) > 1.96
    assert float(last.split("SRM p = ")[1]) < 1e-6
