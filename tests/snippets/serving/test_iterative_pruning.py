import numpy as np
import pytest


def problem(seed, n=300, d=12):
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((n, d)) @ rng.standard_normal((d, d))
    y = x @ rng.standard_normal(d) + rng.standard_normal(n)
    return x, y, x.T @ x / n, x.T @ y / n


def test_fit_is_least_squares_on_the_kept_features(snippet):
    x, y, gram, moment = problem(1)
    kept = np.array([0, 3, 7])
    w = snippet.fit(gram, moment, kept)
    np.testing.assert_allclose(w[kept], np.linalg.lstsq(x[:, kept], y)[0])
    assert np.count_nonzero(w) == 3
    assert snippet.loss(gram, moment, w) + np.mean(y**2) == pytest.approx(np.mean((y - x @ w) ** 2))


@pytest.mark.parametrize(("target", "steps"), [(4, 1), (4, 8), (5, 3), (9, 2)])
def test_prune_by_hand(snippet, target, steps):
    x, y, gram, moment = problem(2)
    kept = list(range(12))
    for i in range(1, steps + 1):
        w = np.linalg.lstsq(x[:, kept], y)[0]
        size = int(np.round(12 + (target - 12) * i / steps))
        order = sorted(range(len(kept)), key=lambda j: -abs(w[j]))
        kept = sorted(kept[j] for j in order[:size])
    np.testing.assert_array_equal(snippet.prune(gram, moment, target, steps), kept)


def test_many_steps_beat_one_on_average(snippet):
    shares = []
    for seed in range(20):
        _, y, gram, moment = problem(seed)
        fits = [snippet.fit(gram, moment, snippet.prune(gram, moment, 4, steps)) for steps in (1, 8)]
        shares.append([snippet.loss(gram, moment, w) + np.mean(y**2) for w in fits])
    one, many = np.array(shares).T
    assert np.mean(many) < np.mean(one) and np.mean(many <= one) > 0.7


def test_the_printed_shares(snippet):
    shares = [float(line.split()[-1]) for line in snippet.printed.splitlines()[1:]]
    full, masked, one, four, many = shares
    assert full < many < four < one < masked
    assert full == pytest.approx(np.mean((snippet.y - snippet.x @ snippet.full) ** 2) / np.mean(snippet.y**2), abs=5e-4)
    off = snippet.y - snippet.x @ snippet.masked
    assert masked == pytest.approx(np.mean(off**2) / np.mean(snippet.y**2), abs=5e-4)
