import numpy as np
import pytest


def test_the_rule(snippet):
    assert snippet.next_limit(20.0, 41, 40, True) == snippet.next_limit(20.0, 41, 40, False) == 18.0
    assert snippet.next_limit(20.0, 40, 40, True) == 21.0  # at the objective is within it
    assert snippet.next_limit(20.0, 30, 40, False) == 20.0
    assert snippet.next_limit(1.05, 99, 40, True) == 1.0


def plain(arrive, watched, objective, overhead, unit, window):  # a queue of times, one batch after the other
    arrive, free, limit, rows, window_seen, full = list(arrive), 0.0, 32.0, [], [], 0
    while arrive:
        start = max(free, arrive[0])
        waiting = [t for t in arrive if t <= start][: int(limit)]
        arrive = arrive[len(waiting) :]
        full += len(waiting) == int(limit)
        free = start + overhead + unit * len(waiting)
        window_seen.append([free - t for t in waiting] if watched == "total" else [free - start])
        if len(window_seen) == window:
            tail = np.percentile([t for times in window_seen for t in times], 99)
            if tail > objective:
                limit = max(1.0, 0.9 * limit)
            elif full:
                limit += 1
            rows.append((free, limit, max(free - t for t in waiting)))
            window_seen, full = [], 0
    return np.array(rows).T


@pytest.mark.parametrize("watched", ["model", "total"])
@pytest.mark.parametrize("objective", [14, 22, 60])
def test_against_a_plain_simulation(snippet, watched, objective):
    rng = np.random.default_rng(2)
    arrive = snippet.poisson(rng, ((900, 0.5), (3000, 0.5), (200, 0.5)))
    trace = snippet.serve(arrive, watched, objective, 6.0, 0.3, 5)
    np.testing.assert_allclose(trace, plain(arrive, watched, objective, 6.0, 0.3, 5))


def test_defaults(snippet):
    arrive = snippet.poisson(np.random.default_rng(4), ((1500, 3),))
    np.testing.assert_allclose(snippet.serve(arrive, "model", 30), plain(arrive, "model", 30, 10.0, 0.5, 20))


def test_poisson_phases(snippet):
    arrive = np.array(snippet.poisson(np.random.default_rng(6), ((500, 20), (2000, 5))))
    assert len(arrive) == 20_000
    first, second = np.diff(arrive[:10_000]), np.diff(arrive[10_000:])
    for gaps, mean in ((first, 2.0), (second, 0.5)):
        assert gaps.mean() == pytest.approx(mean, rel=0.04) and gaps.std() == pytest.approx(mean, rel=0.06)


def test_it_settles_just_below_the_batch_that_takes_the_objective(snippet):
    arrive = snippet.poisson(np.random.default_rng(3), ((5000, 30),))  # always enough for a full batch
    _, limit, _ = snippet.serve(arrive, "model", 40)
    assert limit[len(limit) // 2 :].min() >= 54 and limit[len(limit) // 2 :].max() < 62  # 10 + 0.5 · 60 = 40


def test_what_the_page_concludes_and_the_picture(snippet):
    model, total = snippet.figures[0].axes[0].lines
    lines = snippet.printed.splitlines()
    for drawn, watched, objective, text in ((model, "model", 40, lines[:5]), (total, "total", 80, lines[5:])):
        time, limit, latency = snippet.serve(snippet.arrive, watched, objective)
        np.testing.assert_allclose(drawn.get_ydata(), limit)
        np.testing.assert_allclose(drawn.get_xdata(), time / 1e3)
        assert watched in drawn.get_label() and str(objective) in drawn.get_label() and watched in text[0]
        for second, line in zip((14, 17, 20, 39), text[1:], strict=True):
            now = np.flatnonzero(time >= 1e3 * second)[0]
            rate = 1e3 / (10 / int(limit[now]) + 0.5)
            assert line == (
                f"  after {second} s: limit {int(limit[now]):3d}, capacity {rate:5.0f}/s,"
                f" latency {latency[now] / 1e3:5.2f} s"
            )
    assert snippet.figures[0].axes[0].get_xlim() == (0, 40)
    assert model.get_ydata()[-1] > 45 and total.get_ydata()[-1] == 1
    assert float(lines[4].split()[-2]) < 0.1 and float(lines[9].split()[-2]) > 10
    arrive = np.array(snippet.arrive) / 1e3
    assert (
        abs(np.sum((arrive > 15) & (arrive < 17)) / 2 - 2500) < 200
        and abs(np.mean(arrive < 14) * len(arrive) / 14 - 1000) < 40
    )
    assert arrive[-1] == pytest.approx(40, abs=0.8)
