import numpy as np
from scipy.stats import binom


def test_index_has_the_exact_bootstrap_law(snippet):
    # the k-th smallest of n draws is at or below order statistic j if k draws fall on the first j
    rng = np.random.default_rng(1)
    for n, q in ((20, 0.5), (40, 0.95), (7, 0.1)):
        k = np.ceil(q * n)
        found = snippet.bootstrap_quantiles(np.arange(n), q, 100_000, rng)
        for j in range(1, n + 1):
            # standard error of a share of 100,000 draws: at most 0.0016
            assert abs((found < j).mean() - binom.sf(k - 1, n, j / n)) < 0.007


def test_rows_are_resampled_together_with_their_own_values(snippet):
    rng = np.random.default_rng(2)
    a = rng.normal(0, 1, (3, 400))
    gaps = snippet.interval(a, a + np.array([[1.0], [5.0], [0.0]]), 0.5, rng, draws=4_000)
    assert gaps.shape == (2, 3)
    width = gaps[1] - gaps[0]
    # median of 400 normals: standard error 1.2533/20; a difference has √2 of it
    np.testing.assert_allclose(width, 2 * 1.96 * 1.2533 / 20 * np.sqrt(2), rtol=0.35)
    assert (gaps[0] < [1, 5, 0]).all() and (gaps[1] > [1, 5, 0]).all()
    assert snippet.interval.__defaults__ == (500,)


def test_interval_against_plain_resampling(snippet):
    rng = np.random.default_rng(3)
    a, b = rng.exponential(1, 300), rng.exponential(1.3, 200)

    def resampled(x):
        rows = np.sort(rng.choice(x, (4_000, x.size)), axis=1)
        return rows[:, int(np.ceil(0.9 * x.size)) - 1]

    expected = np.quantile(resampled(b) - resampled(a), [0.025, 0.975])
    found = snippet.interval(a, b, 0.9, rng, draws=4_000)
    # Monte-Carlo error of an extreme quantile of 4,000 draws: about 0.04 of the spread
    np.testing.assert_allclose(found, expected, atol=0.12 * (expected[1] - expected[0]))


def test_requests_share_their_user(snippet):
    rng = np.random.default_rng(4)
    log = np.log(snippet.requests(50, 4, 0.3, -0.2, 400, rng))
    assert log.shape == (400, 200)
    # 20,000 users: standard errors near 0.005 of the mean, 0.01 of the variances
    assert abs(log.mean() - 4.8) < 0.025 and abs(log.var() - 1) < 0.05
    users = log.reshape(-1, 4)
    assert abs(np.corrcoef(users[:, 0], users[:, 3])[0, 1] - 0.3) < 0.04


def test_printed_truth_and_coverage(snippet):
    from scipy.stats import lognorm

    p95 = lognorm(1, scale=np.exp(5)).ppf(0.95)
    np.testing.assert_allclose(snippet.p95, p95, rtol=1e-3)
    np.testing.assert_allclose(snippet.truth, p95 * np.exp(-0.1) - p95, rtol=1e-3)
    covered = [float(line.split()[-1]) for line in snippet.printed.splitlines()[1:]]
    # standard error of a coverage over 500 tests: 0.01 at 0.95
    assert abs(covered[0] - 0.95) < 0.04 and covered[1] < 0.87
