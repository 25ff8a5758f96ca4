import numpy as np


def test_buckets_hold_what_they_should_and_nothing_is_lost(snippet):
    rng = np.random.default_rng(4)
    x = 0.01 + rng.lognormal(1, 2, 5000)
    counts = snippet.histogram(x)
    assert counts.sum() == 5000 and len(counts) == 300
    edges = 0.01 * 1.05 ** np.arange(301)
    np.testing.assert_array_equal(counts, np.histogram(x, edges)[0])
    ends = snippet.histogram(np.array([1e-9, 1e9]), buckets=10)
    assert ends[0] == 1 and ends[9] == 1 and len(ends) == 10


def test_a_merged_histogram_is_the_histogram_of_all(snippet):
    rng = np.random.default_rng(5)
    parts = [rng.gamma(2, scale, 700) for scale in (1, 5, 40)]
    merged = sum(snippet.histogram(p) for p in parts)
    np.testing.assert_array_equal(merged, snippet.histogram(np.concatenate(parts)))


def test_the_quantile_is_right_within_one_bucket(snippet):
    rng = np.random.default_rng(6)
    x = rng.lognormal(1, 1, 3001)
    for q in (0.01, 0.3, 0.5, 0.99, 1.0):
        exact = np.quantile(x, q, method="inverted_cdf")
        estimate = snippet.quantile(snippet.histogram(x), q)
        assert exact <= estimate * (1 + 1e-12) and estimate <= exact * 1.05 * (1 + 1e-12)
    # counts 5, 0, 5: half of all lies in the first bucket
    np.testing.assert_allclose(snippet.quantile(np.array([5, 0, 5]), 0.5), 0.01 * 1.05)
    np.testing.assert_allclose(snippet.quantile(np.array([5, 0, 5]), 0.51), 0.01 * 1.05**3)


def test_what_the_page_concludes(snippet):
    everything = np.concatenate(snippet.hosts)
    assert [len(host) for host in snippet.hosts] == [50_000] * 9 + [500]
    p99 = [np.quantile(host, 0.99) for host in snippet.hosts]
    np.testing.assert_allclose(snippet.p99, p99)
    assert np.mean(p99) > 20 * np.quantile(everything, 0.99)
    np.testing.assert_allclose(p99[0], np.exp(0.5 * 2.326), rtol=0.03)  # lognormal(0, 0.5)
