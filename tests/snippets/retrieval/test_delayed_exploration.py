import numpy as np
from scipy.stats import beta


def test_ucb1_takes_unseen_items_first_then_the_largest_bound(snippet):
    clicks = np.array([[1.0, 0, 0], [2, 9, 5]])
    shown = np.array([[9.0, 0, 3], [20, 60, 50]])
    chosen = snippet.ucb1(clicks, shown, 40, None)
    bounds = clicks[1] / shown[1] + np.sqrt(2 * np.log(41) / shown[1])
    assert list(chosen) == [1, bounds.argmax()]
    for step in (1, 7, 100, 5_000):
        rng = np.random.default_rng(step)
        shown = rng.integers(1, 90, (30, 4)).astype(float)
        clicks = np.floor(shown * rng.random((30, 4)) / 2)
        bounds = clicks / shown + np.sqrt(2 * np.log(step + 1) / shown)
        np.testing.assert_array_equal(snippet.ucb1(clicks, shown, step, None), bounds.argmax(axis=1))
    assert list(snippet.ucb1(np.zeros((2, 3)), np.zeros((2, 3)), 0, None)) == [0, 0]  # a whole batch on one item


def test_thompson_draws_from_the_posterior(snippet):
    clicks, shown = np.tile([3.0, 5], (20_000, 1)), np.tile([30.0, 90], (20_000, 1))
    share = snippet.thompson(2, 38)(clicks, shown, 0, np.random.default_rng(1)).mean()
    grid = np.linspace(0, 1, 20_001)
    first, second = beta(5, 65), beta(7, 123)
    expected = np.trapezoid(second.pdf(grid) * first.cdf(grid), grid)
    assert abs(share - expected) < 0.015  # standard error 0.0034


def test_at_random_uses_every_item(snippet):
    drawn = snippet.at_random(None, None, 0, np.random.default_rng(2))
    assert drawn.shape == (100,) and set(drawn) == set(range(10))


def test_simulation_reveals_clicks_batch_by_batch_and_counts_what_is_lost(snippet):
    seen = []

    def watch(clicks, shown, step, rng):
        seen.append((clicks.copy(), shown.copy()))
        return np.full(100, step % 3)

    lost, tried = snippet.simulate(watch, 400, np.random.default_rng(3))
    assert tried == 3 and len(seen) == 2_000
    for step in (0, 399, 400, 799, 800, 1_999):
        clicks, shown = seen[step]
        known = step // 400 * 400
        assert np.all(shown[:, 3:] == 0)
        np.testing.assert_array_equal(shown[:, :3], np.tile([len(range(k, known, 3)) for k in range(3)], (100, 1)))
        assert np.all(clicks <= shown)
    rates = np.random.default_rng(3).beta(2, 98, (100, 10))
    gap = rates.max(axis=1, keepdims=True) - rates
    np.testing.assert_allclose(lost, (gap[:, :3] @ [667, 667, 666]).mean())
    clicks, shown = seen[-1]
    expected = (shown * rates).sum()
    assert abs(clicks.sum() - expected) < 5 * np.sqrt(expected)


def test_known_at_once_means_before_the_next_choice(snippet):
    seen = []

    def watch(clicks, shown, step, rng):
        seen.append(shown.sum())
        return np.zeros(100, int)

    _, tried = snippet.simulate(watch, 1, np.random.default_rng(4))
    assert seen == [100 * step for step in range(2_000)] and tried == 1


def test_what_the_table_says(snippet):
    rows = [line.rsplit(maxsplit=3) for line in snippet.printed.splitlines()[2:]]
    at_once, late, tried = ({r[0].strip(): int(r[k]) for r in rows} for k in (1, 2, 3))
    names = ["at random", "UCB1", "Thompson, uniform prior", "Thompson, catalogue's prior"]
    assert list(at_once) == names
    assert [at_once[n] for n in names] == sorted(at_once.values(), reverse=True)
    assert late[names[3]] > at_once[names[3]] + 3 and late[names[3]] < late[names[2]]
    assert tried == dict(zip(names, (10, 1, 10, 10), strict=True))
