import numpy as np
from scipy.stats import norm


def test_one_look_is_the_textbook(snippet):
    estimate, error, look, won = snippet.stop(snippet.RULES["one look"], 2.5, np.random.default_rng(1))
    assert np.all(look == 10) and np.all(error == 1)
    assert abs(estimate.mean() - 2.5) < 5 / np.sqrt(1e5)
    assert abs(estimate.std() - 1) < 5 / np.sqrt(2e5)
    np.testing.assert_array_equal(won, estimate > 1.96)


def test_the_mean_of_the_winners_is_that_of_a_truncated_normal(snippet):
    effect = snippet.EFFECT
    assert abs(norm.sf(1.96 - effect) - 0.8) < 1e-3
    inflation = 1 + norm.pdf(1.96 - effect) / norm.sf(1.96 - effect) / effect
    # 80,000 winners: standard error of their mean 0.001 of the effect
    estimate, *_, won = snippet.stop(snippet.RULES["one look"], effect, np.random.default_rng(9))
    assert abs(estimate[won].mean() / effect - inflation) < 0.005
    printed = snippet.printed.splitlines()[1].split()
    assert abs(float(printed[6]) - inflation) < 0.011


def test_stops_at_the_first_crossing(snippet):
    # brute force over the same draws
    for name in ("naive", "O'B-F"):
        bounds = snippet.RULES[name]
        result = np.array(snippet.stop(bounds, 2.0, np.random.default_rng(6)))[:, :300]
        batches = np.random.default_rng(6).normal(0.2, np.sqrt(0.1), (100_000, 10))[:300]
        for row, outcome in zip(batches, result.T, strict=True):
            for k in range(1, 11):
                z = row[:k].sum() / np.sqrt(k / 10)
                if abs(z) > bounds[k - 1] or k == 10:
                    break
            expected = z / np.sqrt(k / 10), 1 / np.sqrt(k / 10), k, z > bounds[k - 1]
            np.testing.assert_allclose(outcome, expected)


def test_the_boundaries_hold_their_level(snippet):
    # no effect: wins are half of alpha; 100,000 tests, standard error 0.0005
    for name in ("one look", "Pocock", "O'B-F"):
        won = snippet.stop(snippet.RULES[name], 0, np.random.default_rng(2))[3]
        assert abs(won.mean() - 0.025) < 0.002
    assert snippet.stop(snippet.RULES["naive"], 0, np.random.default_rng(2))[3].mean() > 0.09
    np.testing.assert_allclose(snippet.RULES["O'B-F"], 2.087 * np.sqrt(10 / np.arange(1, 11)))


def test_early_stops_overestimate(snippet):
    means = {}
    for name, bounds in snippet.RULES.items():
        estimate, _, look, _ = snippet.stop(bounds, snippet.EFFECT, np.random.default_rng(3))
        means[name] = estimate.mean() / snippet.EFFECT
        if name != "one look":
            assert estimate[look < 4].mean() > 1.5 * snippet.EFFECT
    assert means["naive"] > means["Pocock"] > means["O'B-F"] > 1.05
