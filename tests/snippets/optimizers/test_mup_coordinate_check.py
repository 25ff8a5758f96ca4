import numpy as np
import pytest
import torch


def by_torch(width, mup, lr, seeds):
    changes = []
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        x = torch.tensor(rng.normal(size=10))
        w1 = torch.tensor(rng.normal(size=(width, 10)) / np.sqrt(10), requires_grad=True)  # variance 1 / fan-in
        w2 = torch.tensor(rng.normal(size=(width, width)) * np.sqrt(2 / width), requires_grad=True)
        w3 = torch.tensor(rng.normal(size=width) / (width if mup else np.sqrt(width)), requires_grad=True)
        optimizer = torch.optim.Adam(
            [
                {"params": [w1], "lr": lr},
                {"params": [w2, w3], "lr": lr / width if mup else lr},
            ],
            eps=1e-30,
            maximize=True,
        )

        def output(w1=w1, w2=w2, w3=w3, x=x):
            return w3 @ torch.relu(w2 @ torch.relu(w1 @ x))

        before = output()
        before.backward()
        optimizer.step()
        changes.append(abs((output() - before).item()))
    return np.mean(changes)


@pytest.mark.parametrize("mup", [True, False])
def test_the_change_is_that_of_torchs_adam(snippet, mup):
    for width, lr in ((8, 0.01), (20, 0.001)):
        ours = snippet.output_change(width, mup, lr, draws=5)
        np.testing.assert_allclose(ours, by_torch(width, mup, lr, 5), rtol=1e-6)
    np.testing.assert_allclose(snippet.output_change(8, mup), by_torch(8, mup, 0.001, 20), rtol=1e-6)


def test_what_the_page_concludes(snippet):
    growth = np.diff(np.log2(snippet.standard))  # per doubling of the width
    assert (growth > 1).all() and (growth < 2).all()
    assert np.abs(snippet.mup / snippet.mup[0] - 1).max() < 0.05
    np.testing.assert_allclose(snippet.standard[1], snippet.output_change(64, False) / snippet.output_change(32, False))
    np.testing.assert_allclose(snippet.mup[1], snippet.output_change(64, True) / snippet.output_change(32, True))
    assert snippet.widths == [32, 64, 128, 256, 512]


def test_the_picture(snippet):
    axes = snippet.figures[0].axes[0]
    assert (axes.get_xscale(), axes.get_yscale()) == ("log", "log")
    assert list(axes.get_xticks()) == snippet.widths and not len(axes.get_xticks(minor=True))
    for line, values, label in zip(axes.lines, (snippet.standard, snippet.mup), ("standard", "muP"), strict=True):
        np.testing.assert_allclose(line.get_xdata(), snippet.widths)
        np.testing.assert_allclose(line.get_ydata(), values)
        assert line.get_label() == label and line.get_marker() == "o"
