import numpy as np
from scipy.stats import beta


def test_split_gives_each_arm_in_turn_then_ships_the_best(snippet):
    wins, pulls = np.tile([30.0, 50, 40], (200, 1)), np.full((200, 3), 300.0)
    assert [int(snippet.split_then_ship(k, wins, pulls, None)[0]) for k in (0, 1, 2, 3, 899)] == [0, 1, 2, 0, 2]
    assert np.all(snippet.split_then_ship(900, wins, pulls, None) == 1)
    pulls[:, 1] += 1
    assert np.all(snippet.split_then_ship(901, wins[:, ::-1], pulls, None) == 1)  # does not change its mind


def test_ucb1_chooses_the_largest_upper_bound(snippet):
    wins, pulls = np.array([[5.0, 1, 0], [0, 0, 0]]), np.array([[40.0, 3, 2], [9, 9, 2]])
    bounds = wins / pulls + np.sqrt(2 * np.log(45) / pulls)
    np.testing.assert_array_equal(snippet.ucb1(45, wins, pulls, None), bounds.argmax(axis=1))
    wins, pulls = np.array([[90.0, 10, 10]]), np.full((1, 3), 100.0)
    assert snippet.ucb1(300, wins, pulls, None) == 0
    assert [int(snippet.ucb1(k, None, None, None)[0]) for k in range(3)] == [0, 1, 2]


def test_thompson_chooses_an_arm_as_often_as_it_is_best(snippet):
    wins, pulls = np.tile([3.0, 6, 1], (20_000, 1)), np.tile([20.0, 30, 4], (20_000, 1))
    share = np.bincount(snippet.thompson(9, wins, pulls, np.random.default_rng(1)), minlength=3) / 20_000
    grid = np.linspace(0, 1, 20_001)
    a = [(1 + w, 1 + n - w) for w, n in ((3, 20), (6, 30), (1, 4))]
    for k in range(3):
        others = np.prod([beta.cdf(grid, *a[j]) for j in range(3) if j != k], axis=0)
        best = np.trapezoid(beta.pdf(grid, *a[k]) * others, grid)
        assert abs(share[k] - best) < 0.015  # standard error at most 0.0035


def test_regret_of_known_policies(snippet):
    for arm, gap in ((0, 0.06), (1, 0.04), (2, 0.0)):
        lost, share = snippet.regret(lambda *state, arm=arm: np.full(200, arm), np.random.default_rng(0))
        assert lost.shape == (2_000, 200)
        np.testing.assert_allclose(lost[:, 7], gap * np.arange(1, 2_001), atol=1e-9)
        np.testing.assert_allclose(share, arm == 2)


def test_rewards_have_the_stated_rates(snippet):
    seen = {}

    def watch(step, wins, pulls, rng):
        seen.update(wins=wins, pulls=pulls)
        return np.full(200, step % 3)

    snippet.regret(watch, np.random.default_rng(4))
    rates = seen["wins"].sum(axis=0) / seen["pulls"].sum(axis=0)
    np.testing.assert_allclose(rates, [0.10, 0.12, 0.16], atol=0.005)  # 133,000 users: standard error 0.001
    np.testing.assert_array_equal(seen["pulls"][0], [667, 667, 666])


def test_conclusions_and_picture(snippet):
    lost = [int(line.split("lost")[1].split()[0]) for line in snippet.printed.splitlines()]
    assert lost[1] < lost[0] < lost[2]
    lines = snippet.figures[0].axes[0].lines
    for line, total in zip(lines, lost, strict=True):
        y = line.get_ydata()
        assert y.shape == (2_000,) and np.all(np.diff(y) >= -1e-12) and abs(y[-1] - total) <= 0.5
    split = lines[0].get_ydata()
    np.testing.assert_allclose(split[899], 300 * (0.06 + 0.04))  # linear while it lasts
    assert split[-1] - split[899] < split[899]
    assert len(snippet.figures[0].axes[0].get_legend().get_texts()) == 3
