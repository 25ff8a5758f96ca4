import numpy as np
from scipy.stats import beta


def test_a_greedy_score_shows_its_favourites_alone(snippet):
    fixed = np.arange(snippet.ITEMS) % 7 * 1.0

    clicks, shown, share = snippet.simulate(lambda *state: fixed, 0, np.random.default_rng(1))
    assert shown.sum() == snippet.SLOTS * snippet.VISITS and len(share) == snippet.VISITS
    assert not shown[fixed < 6].any()  # 14 items share first place
    sixes = shown[fixed == 6]
    assert sixes.size == 14
    # ties fall at random: 10 of 14 a visit, standard deviation sqrt(2000 · 0.71 · 0.29) = 20
    assert abs(sixes - 2_000 * 10 / 14).max() < 90
    assert abs(clicks.sum() / shown.sum() - 0.1) < 0.01  # 20,000 impressions: standard error 0.002
    assert np.all(clicks <= shown)


def test_the_share_is_that_of_the_ten_most_shown_so_far(snippet):
    seen = []

    def watch(clicks, shown, rng):
        seen.append(shown.copy())
        return clicks

    _, shown, share = snippet.simulate(watch, 0, np.random.default_rng(2))
    counts = [*seen[1:], shown]
    for visit in (0, 1, 50, 1_999):
        largest = sorted(counts[visit])[-10:]
        np.testing.assert_allclose(share[visit], sum(largest) / (10 * (visit + 1)))


def test_random_visits_are_as_many_as_stated_and_show_all_alike(snippet):
    calls = []

    def count(clicks, shown, rng):
        calls.append(1)
        return np.arange(snippet.ITEMS)

    _, shown, _ = snippet.simulate(count, 0.3, np.random.default_rng(3))
    assert abs(len(calls) - 1_400) < 90  # standard deviation 20
    # the other 600 visits: 10 of 100 items each, 60 for an item, standard deviation 7.3
    assert abs(shown[:90] - 60).max() < 35
    assert shown[90:].min() > 1_300


def test_scores(snippet):
    clicks, shown = np.array([0.0, 3, 10]), np.array([0.0, 10, 90])
    np.testing.assert_array_equal(snippet.by_clicks(clicks, shown, None), clicks)
    np.testing.assert_allclose(snippet.by_rate(clicks, shown, None), [0.1, 0.2, 0.11])
    rng = np.random.default_rng(4)
    draws = np.array([snippet.by_draw(clicks, shown, rng) for _ in range(20_000)])
    for k, (a, b) in enumerate([(1, 9), (4, 16), (11, 89)]):
        assert abs((draws[:, k] < beta(a, b).median()).mean() - 0.5) < 0.015  # standard error 0.0035
        assert abs(draws[:, k].mean() / beta(a, b).mean() - 1) < 0.03


def test_the_loop_in_the_picture(snippet):
    axes = snippet.figures[0].axes[0]
    end = {line.get_label(): line.get_ydata()[-1] for line in axes.lines}
    assert end["most clicked"] > end["click rate"] > end["click rate, 20% random"] > end["Thompson sampling"]
    assert end["most clicked"] > 0.99 and 0.1 < end["Thompson sampling"] < 0.35
    assert axes.get_ylim()[0] == 0  # a share is read against zero
    for line in axes.lines:
        assert line.get_ydata()[0] == 1  # after one visit ten items have everything
