import numpy as np
import pytest
import torch


def test_cross_entropy_and_smoothing_are_torchs(snippet):
    rng = np.random.default_rng(2)
    x, w, labels = rng.normal(size=(7, 4)), rng.normal(size=(4, 5)), rng.integers(5, size=7)
    y = np.eye(5)[labels]
    logits, target = torch.tensor(x @ w), torch.tensor(labels)
    for eps in (0.0, 0.1, 0.4):
        expected = torch.nn.functional.cross_entropy(logits, target, label_smoothing=eps).item()
        assert snippet.cross_entropy(x, snippet.smooth(y, eps), w) == pytest.approx(expected)
    np.testing.assert_array_equal(snippet.smooth(y), snippet.smooth(y, 0.1))


def test_dropout_keeps_the_mean_and_zeroes_the_share(snippet):
    x = np.full((400, 500), 3.0)
    for rate in (0.5, 0.2):
        dropped = snippet.drop(x, rate)
        assert set(np.unique(dropped)) == {0, 3 / (1 - rate)}
        assert (dropped == 0).mean() == pytest.approx(rate, abs=0.005)  # 200,000 draws: standard error 0.0011
    assert set(np.unique(snippet.drop(x))) == {0, 6}


def test_an_epoch_is_sgd_and_returns_the_running_mean(snippet, monkeypatch):
    monkeypatch.setattr(snippet, "drop", lambda x: x)
    x, y = snippet.sample(50)
    w = np.zeros((40, 10))
    logged = snippet.epoch(w, x, y, rate=0.3, batch=25)
    layer = torch.zeros(40, 10, dtype=torch.float64, requires_grad=True)
    seen = []
    for rows in (slice(0, 25), slice(25, 50)):
        loss = torch.nn.functional.cross_entropy(
            torch.tensor(x[rows]) @ layer, torch.tensor(y[rows].argmax(1)), label_smoothing=0.1
        )
        (slope,) = torch.autograd.grad(loss, layer)
        layer.data -= 0.3 * slope
        seen.append(loss.item())
    np.testing.assert_allclose(w, layer.detach(), atol=1e-12)
    assert logged == pytest.approx(np.mean(seen))


def test_each_step_removes_a_part_and_validation_is_far_below_what_was_logged(snippet):
    logged, after, dry, plain, new = (float(line.split()[-1]) for line in snippet.printed.splitlines())
    assert logged > after > dry > plain < new < dry
    rows = snippet.cross_entropy(snippet.new_x, snippet.new_y, snippet.w)
    assert new == pytest.approx(rows, abs=0.006)


def test_samples_lie_around_their_centre(snippet):
    x, y = snippet.sample(4000)
    assert y.shape == (4000, 10) and np.all(y.sum(axis=1) == 1)
    for k in range(10):  # about 400 draws: standard error 0.05, 400 comparisons
        np.testing.assert_allclose(x[y[:, k] == 1].mean(axis=0), snippet.centres[k], atol=0.25)
