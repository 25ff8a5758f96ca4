import numpy as np


def test_sweep_takes_the_best_mean_over_seeds(snippet):
    table = {(1, 0): 3.0, (1, 1): 1.0, (2, 0): 1.5, (2, 1): 1.5, (3, 0): 0.1, (3, 1): np.nan, (4, 0): 9.0, (4, 1): 9.0}
    rate, losses, edge = snippet.fair_sweep(lambda r, s: table[r, s], (1, 2, 3, 4), (0, 1))
    assert rate == 2 and not edge  # rate 3 is best in one seed and diverges in the other
    np.testing.assert_array_equal(losses, [1.5, 1.5])


def test_sweep_reports_a_best_rate_at_either_edge(snippet):
    for slope, best in ((1, 5), (-1, 7)):
        rate, losses, edge = snippet.fair_sweep(lambda r, s, slope=slope: slope * r + s, (5, 6, 7), (0, 10))
        assert edge and rate == best
        np.testing.assert_array_equal(losses, [slope * best, slope * best + 10])
    assert not snippet.fair_sweep(lambda r, s: (r - 6) ** 2, (5, 6, 7), (0,))[2]


def test_paired_difference_removes_what_the_seeds_share(snippet):
    theirs = np.array([10.0, 20.0, 30.0, 40.0])
    ours = theirs + np.array([1, 2, 3, 4])
    mean, error = snippet.paired_difference(list(ours), list(theirs))
    assert mean == 2.5
    assert np.isclose(error, np.sqrt(5 / 3) / 2)  # sample variance of 1, 2, 3, 4 is 5/3, four seeds


def test_run_is_what_it_says(snippet):
    for rule, rate, seed, steps in (("SGD", 0.05, 3, 40), ("RMSprop", 0.03, 4, 25)):
        rng = np.random.default_rng(seed)
        scale = 10 ** (-np.arange(20) / 19)
        truth, w, squares = rng.standard_normal(20), np.zeros(20), []
        for t in range(1, steps + 1):
            x = scale * rng.standard_normal(20)
            g = (x @ (w - truth) + rng.standard_normal()) * x
            squares.append(g**2)
            weights = 0.99 ** np.arange(t - 1, -1, -1)  # a mean of squares, weighted by age
            mean_square = weights @ np.array(squares) / weights.sum()
            divisor = np.sqrt(mean_square) + 1e-8 if rule == "RMSprop" else 1
            w = w - rate * (1 - t / steps) * g / divisor
        excess = (scale**2) @ (w - truth) ** 2  # E of the squared error above the noise
        assert np.isclose(snippet.run(rule, rate, seed, steps), excess)
        assert np.isclose(snippet.rule_of(rule)(rate, seed), snippet.run(rule, rate, seed, 200))


def test_ranking_turns_with_the_shared_rate(snippet):
    at = {}
    for rate in (0.01, 0.16):
        runs = {name: [snippet.run(name, rate, s) for s in range(10)] for name in ("RMSprop", "SGD")}
        at[rate] = snippet.paired_difference(runs["RMSprop"], runs["SGD"])
    assert at[0.01][0] > 2 * at[0.01][1] and at[0.16][0] < 0
    assert snippet.rates == tuple(0.01 * 2**k for k in range(6))
    assert not any(edge for _, _, edge in snippet.tuned.values())
    for name, (rate, losses, _) in snippet.tuned.items():
        np.testing.assert_allclose(losses, [snippet.run(name, rate, s) for s in range(10)])
