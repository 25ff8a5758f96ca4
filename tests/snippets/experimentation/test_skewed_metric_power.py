import numpy as np
from scipy.stats import lognorm, norm


def test_means_and_errors_as_if_the_zeros_were_written_out(snippet):
    rng = np.random.default_rng(1)
    buyers = np.array([3, 1, 50])
    orders = rng.lognormal(1, 1, 54)
    mean, variance = snippet.mean_and_error(orders, buyers)
    for k, part in enumerate(np.split(orders, [3, 4])):
        everyone = np.concatenate([part, np.zeros(snippet.USERS - part.size)])
        np.testing.assert_allclose(mean[k], everyone.mean())
        np.testing.assert_allclose(variance[k], everyone.var() / snippet.USERS)


def test_an_arm_has_the_distribution_it_claims(snippet):
    law = lognorm(s=1.5, scale=np.exp(3))
    for factor in (1.0, 3.0):
        orders, buyers = snippet.arm(np.random.default_rng(1), 200, larger_tail=factor)
        assert buyers.shape == (200,) and buyers.sum() == orders.size
        # standard error of the mean of 200 binomials with sd 31: 2.2
        assert abs(buyers.mean() - snippet.USERS * snippet.BUYERS) < 10
        n = orders.size
        for x in (1, 20, 150, 200):
            assert abs((orders <= x).mean() - law.cdf(x)) < 4 * 0.5 / np.sqrt(n)
        # above the cap, the excess is multiplied
        np.testing.assert_allclose((orders <= 200 + factor * 100).mean(), law.cdf(300), atol=4 * 0.2 / np.sqrt(n))
    plain, _ = snippet.arm(np.random.default_rng(1), 100)
    again, _ = snippet.arm(np.random.default_rng(1), 100, 1.0, 1.0)
    assert (plain == again).all()
    _, more = snippet.arm(np.random.default_rng(1), 400, more_buyers=1.5)
    assert abs(more.mean() - 1.5 * snippet.USERS * snippet.BUYERS) < 10
    assert (snippet.USERS, snippet.BUYERS, snippet.CAP) == (20_000, 0.05, 200)


def test_power_on_counts_is_that_of_the_formula(snippet):
    rng = np.random.default_rng(2)
    a, b = snippet.arm(rng, 1_000), snippet.arm(rng, 1_000, more_buyers=1.05)
    p, q = 0.05, 0.0525
    error = np.sqrt((p * (1 - p) + q * (1 - q)) / snippet.USERS)
    expected = norm.sf(1.96 - (q - p) / error)
    # standard error of a share of 1,000 tests: 0.013 (power 0.21)
    assert abs(snippet.significant(np.ones_like, b, a) - expected) < 0.045


def test_significance_is_welch_s(snippet):
    from scipy.stats import ttest_ind

    rng = np.random.default_rng(3)
    a, b = snippet.arm(rng, 40), snippet.arm(rng, 40, more_buyers=1.2)
    called = []
    for k in range(40):
        sample = []
        for orders, buyers in (a, b):
            part = np.split(orders, np.cumsum(buyers)[:-1])[k]
            sample.append(np.concatenate([np.log1p(part), np.zeros(snippet.USERS - part.size)]))
        called.append(ttest_ind(*sample, equal_var=False).pvalue < 0.05)
    np.testing.assert_allclose(snippet.significant(np.log1p, b, a), np.mean(called))
    assert np.mean(called) > 0.3


def test_what_the_page_concludes(snippet):
    rows = {line[15:]: [float(x) for x in line[:14].split()] for line in snippet.printed.splitlines()[2:]}
    raw, capped = rows["revenue"], rows["revenue, at most 200 a user"]
    # standard error of a share of 1,000 tests: 0.007 at 0.05
    assert all(abs(row[0] - 0.05) < 0.025 for row in rows.values())
    assert capped[1] > 1.8 * raw[1]
    assert raw[2] > 0.2 and abs(capped[2] - 0.05) < 0.025
    assert snippet.metrics["revenue, at most 200 a user"](np.array([5.0, 900.0])).tolist() == [5, 200]
    assert snippet.metrics["log(1 + revenue)"](0) == 0 and snippet.metrics["revenue"](7) == 7
