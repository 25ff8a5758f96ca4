import numpy as np
import torch
from matplotlib.colors import to_hex

SHARE = np.array([0.5, 0.3, 0.15, 0.05])


def by_torch(optimiser, share, common, steps):
    K = len(share)
    X = torch.cat([torch.eye(K, dtype=torch.float64), torch.full((K, 1), float(common), dtype=torch.float64)], 1)
    target = 0.9 * torch.eye(K, dtype=torch.float64) + 0.1 * torch.tensor(share)
    W = torch.zeros(K + 1, K, dtype=torch.float64, requires_grad=True)
    o, curve = optimiser([W]), []

    def excess():
        return torch.nn.functional.kl_div((X @ W).log_softmax(1), target, reduction="none").sum(1)

    for _ in range(steps):
        o.zero_grad()
        (torch.tensor(share) @ excess()).backward()
        o.step()
        curve.append(excess().detach().numpy())
    return np.array(curve)


def test_training_is_that_of_torch(snippet):
    for common, steps in ((2, 7), (4, 12)):
        ours = snippet.train("momentum", 0.7, SHARE, common, steps)
        torchs = by_torch(lambda p: torch.optim.SGD(p, lr=0.7, momentum=0.9), SHARE, common, steps)
        np.testing.assert_allclose(ours, torchs, rtol=1e-9, atol=1e-12)
        ours = snippet.train("Adam", 0.05, SHARE, common, steps)
        torchs = by_torch(lambda p: torch.optim.Adam(p, lr=0.05, eps=0), SHARE, common, steps)
        np.testing.assert_allclose(ours, torchs, rtol=1e-9, atol=1e-12)
    assert snippet.train("Adam", 0.1, SHARE).shape == (100, 4)


def test_defaults_are_a_shared_input_of_four(snippet):
    np.testing.assert_array_equal(
        snippet.train("momentum", 0.5, SHARE), snippet.train("momentum", 0.5, SHARE, common=4, steps=100)
    )


def test_best_takes_the_rate_of_the_lowest_final_loss(snippet):
    rates = (0.01, 0.1, 1, 50)
    rate, curve = snippet.best("momentum", rates, SHARE)
    ends = [snippet.train("momentum", r, SHARE)[-1] @ SHARE for r in rates]
    assert rate == rates[int(np.argmin(ends))]
    np.testing.assert_array_equal(curve, snippet.train("momentum", rate, SHARE))


def test_only_momentum_on_unequal_frequencies_stays_behind(snippet):
    ends = {}
    for problem, share in snippet.problems.items():
        assert np.isclose(share.sum(), 1)
        for rule, rates in snippet.RATES.items():
            rate, curve = snippet.tuned[problem, rule]
            assert np.all(abs(np.diff(np.log10(rates)) - 0.5) < 0.03)  # half decades
            assert rates[0] < rate < rates[-1]  # inside the grid, so tuned
            ends[problem, rule] = curve[-1]
    unequal = ends.pop(("1/rank", "momentum"))
    assert unequal[50:].mean() > 10 * unequal[:10].mean()
    assert all(e.max() < 0.005 for e in ends.values())
    np.testing.assert_allclose(snippet.problems["1/rank"] * np.arange(1, 101), snippet.problems["1/rank"][0])


def test_without_the_shared_input_momentum_keeps_up(snippet):
    share = snippet.problems["1/rank"]
    alone = snippet.train("momentum", 30, share, common=0)[-1] @ share
    assert snippet.alone == alone < 0.1 * snippet.tuned["1/rank", "momentum"][1][-1] @ share


def test_the_picture_shows_common_and_rare_under_both_rules(snippet):
    lines = snippet.figures[0].axes[0].lines
    expected = []
    for rule in snippet.RATES:
        curve = snippet.tuned["1/rank", rule][1]
        expected += [curve[:, :10].mean(axis=1), curve[:, 50:].mean(axis=1)]
    for line, y in zip(lines, expected, strict=True):
        np.testing.assert_allclose(line.get_ydata(), y)
    assert [line.get_linestyle() for line in lines] == ["--", "--", "-", "-"]
    assert [to_hex(line.get_color()) for line in lines] == [to_hex(c) for c in ("C0", "C1", "C0", "C1")]
    assert [line.get_label() for line in lines] == [
        f"{rule}, {part}" for rule in ("momentum", "Adam") for part in ("10 common", "50 rare")
    ]


def test_best_looks_at_the_last_step_alone(snippet, monkeypatch):
    curves = {1: [[5.0, 5.0], [1.0, 3.0]], 2: [[1.0, 1.0], [2.0, 4.0]]}  # 1 is worse before, better at the end
    monkeypatch.setattr(snippet, "train", lambda rule, rate, share: np.array(curves[rate]))
    assert snippet.best("momentum", (2, 1), np.array([0.5, 0.5]))[0] == 1
