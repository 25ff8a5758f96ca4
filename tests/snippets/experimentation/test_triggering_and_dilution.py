import numpy as np
import pytest
from scipy.stats import norm


def test_difference_is_the_difference_of_kept_means(snippet):
    rng = np.random.default_rng(1)
    spend, treated, kept = rng.normal(size=(3, 50)), rng.random(50) < 0.4, rng.random((3, 50)) < 0.5
    expected = [s[k & treated].mean() - s[k & ~treated].mean() for s, k in zip(spend, kept, strict=True)]
    np.testing.assert_allclose(snippet.difference(spend, treated, kept), expected)


def test_simulated_users_are_as_described(snippet):
    spend, treated, triggered = snippet.simulate(np.random.default_rng(2), leak=0)
    assert spend.shape == triggered.shape == (500, 4000) and treated.sum() == 2000
    assert abs(triggered.mean() - 0.1) < 0.001  # 2 million users: four standard errors are 0.0008
    at_checkout = triggered & ~treated
    assert abs(spend[at_checkout].mean() - 10) < 0.07  # sd 5, 100,000 users: four standard errors are 0.063
    assert abs(spend[at_checkout].std() - 5) < 0.05
    assert abs(spend[triggered & treated].mean() - 11) < 0.07
    assert abs(spend[~triggered].mean() - 2) < 0.02
    default = snippet.simulate(np.random.default_rng(2), 0, tests=3, users=10)[0]
    assert default.shape == (3, 10)


def test_expectations(snippet):
    for leak in (0, 0.05, 0.3):
        spend, treated, triggered = snippet.simulate(np.random.default_rng(4), leak)
        for kept, expected in (
            (np.ones_like(triggered), 0.1),  # dilution: a tenth of the users gain 1
            (triggered, (0.1 * 11 + 0.9 * leak * 2) / (0.1 + 0.9 * leak) - 10),
        ):
            effect = snippet.difference(spend, treated, kept)
            assert abs(effect.mean() - expected) < 4 * effect.std() / np.sqrt(500)  # four standard errors
        assert (triggered & ~treated).sum() < 0.1 * triggered.size / 2 * 1.02  # only the treatment draws people in


@pytest.mark.parametrize(("share", "variance_all", "variance_triggered"), [(0.1, 25, 25), (0.3, 9, 4), (1, 5, 5)])
def test_users_factor_is_the_ratio_of_sample_sizes(snippet, share, variance_all, variance_triggered):
    def users(variance, effect):  # an arm, 80 % power, two-sided 5 %
        return 2 * variance * (norm.ppf(0.975) + norm.ppf(0.8)) ** 2 / effect**2

    everyone = users(variance_all, share * 1.7)  # the effect is diluted to its share
    triggered = users(variance_triggered, 1.7) / share  # so many users must come for enough to trigger
    np.testing.assert_allclose(snippet.users_factor(share, variance_all, variance_triggered), everyone / triggered)


def test_variance_when_the_others_are_always_zero(snippet):
    rng = np.random.default_rng(0)
    y = rng.normal(10, 5, 400_000) * (rng.random(400_000) < 0.1)
    assert np.isclose(snippet.alone, 11.5)
    assert abs(y.var() / snippet.alone - 1) < 0.02  # its relative standard error is about 0.4 %


def test_what_the_page_says(snippet):
    values = [float(line.split(": ")[1].split(",")[0]) for line in snippet.printed.splitlines()[:4]]
    assert values[1] > 0.9 and values[3] < 0 and max(abs(values[0] - 0.1), abs(values[2] - 0.1)) < 0.03
