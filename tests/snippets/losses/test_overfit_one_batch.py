import numpy as np
import pytest
import torch


def test_logits_are_those_of_a_network_with_one_hidden_layer(snippet):
    weights = snippet.start()
    rng = np.random.default_rng(8)
    weights[1], weights[3] = torch.tensor(rng.normal(size=32)), torch.tensor(rng.normal(size=4))
    first, second = torch.nn.Linear(8, 32).double(), torch.nn.Linear(32, 4).double()
    for layer, (w, b) in ((first, weights[:2]), (second, weights[2:])):
        layer.weight.data, layer.bias.data = w.data.T, b.data
    x = torch.tensor(rng.normal(size=(3, 8)))
    torch.testing.assert_close(snippet.logits(x, *weights), second(first(x).relu()))


def test_starts_are_as_described(snippet):
    w1, b1, w2, b2 = snippet.start()
    assert w1.std().item() == pytest.approx(8**-0.5, rel=0.15)  # 256 draws: 4 %; 128 draws: 6 %
    assert w2.std().item() == pytest.approx(32**-0.5, rel=0.15)
    assert not b1.any() and not b2.any()
    assert not any(w.any() for w in snippet.start(scale=0.0))
    torch.testing.assert_close(snippet.start(scale=3.0)[2], 3 * w2)
    assert set(snippet.start(hidden_bias=-100.0)[1].tolist()) == {-100.0}


def test_the_second_loss_is_that_after_a_step_of_two_gradients(snippet):
    weights = snippet.start()
    x = torch.tensor(np.random.default_rng(1).standard_normal((16, 8)))
    loss = torch.nn.functional.cross_entropy(snippet.logits(x, *weights), snippet.LABELS)
    loss.backward()
    moved = [w.detach() - 2 * w.grad for w in weights]
    after = torch.nn.functional.cross_entropy(snippet.logits(x, *moved), snippet.LABELS)
    assert snippet.curves["healthy"][:2] == pytest.approx([loss.item(), after.item()])


def test_healthy_networks_reach_zero_whatever_the_labels(snippet):
    assert snippet.curves["healthy"][-1] < 0.005 and snippet.curves["labels reversed"][-1] < 0.005
    permuted = snippet.LABELS[torch.tensor(np.random.default_rng(4).permutation(16))]
    assert snippet.overfit(snippet.start(), labels=permuted)[-1] < 0.005


def test_networks_that_cannot_use_the_inputs_stop_at_the_entropy_of_the_labels(snippet):
    counts = np.array([7, 4, 3, 2]) / 16
    entropy = -np.sum(counts * np.log(counts))
    for name in ("all weights zero", "dead ReLUs", "inputs all zero"):
        curve = snippet.curves[name]
        assert curve[0] == pytest.approx(np.log(4)) and curve[-1] == pytest.approx(entropy, abs=1e-4)


def test_two_softmaxes_stop_above_their_floor(snippet):
    curve = np.array(snippet.curves["softmax twice"])
    assert np.all(curve > snippet.floor) and curve[-1] < snippet.floor + 0.01
    z, y = torch.randn(5, 4, generator=torch.Generator().manual_seed(0)), torch.tensor([0, 3, 2, 1, 1])
    expected = -torch.log_softmax(torch.softmax(z, 1), 1)[range(5), y].mean()
    torch.testing.assert_close(snippet.twice(z, y), expected)


def test_the_picture_shows_the_six_curves(snippet):
    lines = snippet.figures[0].axes[0].lines
    assert len(lines) == 6
    for line, curve in zip(lines, snippet.curves.values(), strict=True):
        assert len(curve) == 400
        np.testing.assert_array_equal(line.get_ydata(), curve)
