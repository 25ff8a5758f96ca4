import numpy as np
import torch


def test_sgd_is_torchs(snippet):
    used = np.geomspace(0.01, 0.2, 25)
    losses, final = snippet.sgd(used)
    order = np.random.default_rng(1)
    w = torch.zeros(20, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0)
    x, y = torch.tensor(snippet.inputs), torch.tensor(snippet.targets)
    for lr, ours in zip(used, losses, strict=True):
        rows = order.integers(0, 2000, 20)
        optimizer.param_groups[0]["lr"] = lr
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(x[rows] @ w, y[rows])
        loss.backward()
        optimizer.step()
        np.testing.assert_allclose(ours, loss.item())
    np.testing.assert_allclose(final, torch.nn.functional.mse_loss(x @ w, y).item())
    assert len(snippet.sgd(used, batch=5)[0]) == 25


def test_it_stops_once_blown_up(snippet):
    losses, _ = snippet.sgd(np.full(1000, 5.0))
    assert losses[-1] > 100 and (losses[:-1] <= 100).all() and len(losses) < 100
    assert snippet.losses[-1] > 100 and (snippet.losses[:-1] <= 100).all()


def test_the_optimum_is_the_least_squares_fit(snippet):
    normal = np.linalg.solve(snippet.inputs.T @ snippet.inputs, snippet.inputs.T @ snippet.targets)
    np.testing.assert_allclose(snippet.best, snippet.inputs @ normal)
    np.testing.assert_allclose(snippet.floor, np.mean((snippet.inputs @ normal - snippet.targets) ** 2))


def test_the_problem(snippet):
    np.testing.assert_allclose(snippet.inputs.std(axis=0), np.geomspace(1, 0.1, 20), rtol=0.08)  # 2000 draws
    np.testing.assert_allclose(snippet.floor, 0.25, rtol=0.1)
    np.testing.assert_allclose(snippet.rates, np.geomspace(1e-4, 3, 300))


def test_the_marks_of_the_range_test(snippet):
    smooth = [np.mean(snippet.losses[i : i + 15]) for i in range(len(snippet.losses) - 14)]
    np.testing.assert_allclose(snippet.smooth, smooth)
    np.testing.assert_allclose(snippet.centre, snippet.rates[7 : 7 + len(smooth)])
    assert snippet.lowest == np.argmin(smooth)
    above = [i for i in range(snippet.lowest, len(smooth)) if smooth[i] > 4 * min(smooth)]
    assert snippet.blown == above[0]
    # the page: the best whole run is several times below, and at the place of the blow-up a whole run diverges
    assert snippet.centre[snippet.blown] / 3 > 0.1 and snippet.excess > 1


def test_the_picture(snippet):
    points, curve = snippet.figures[0].axes[0].lines
    np.testing.assert_allclose(points.get_xdata(), snippet.rates[: len(snippet.losses)])
    np.testing.assert_allclose(points.get_ydata(), snippet.losses)
    np.testing.assert_allclose(curve.get_xdata(), snippet.centre)
    np.testing.assert_allclose(curve.get_ydata(), snippet.smooth)
    axes = snippet.figures[0].axes[0]
    assert (axes.get_xscale(), axes.get_yscale()) == ("log", "log")
    assert [line.get_label() for line in axes.lines] == ["batch loss", "smoothed over 15"]
    assert points.get_linestyle() == "None"
