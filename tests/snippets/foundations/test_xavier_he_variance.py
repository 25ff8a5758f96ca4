import numpy as np
import pytest
import torch


def test_half_the_gain_is_the_factor_of_a_layer(snippet):
    # the mean square of 64 × 256 outputs of a random layer scatters by a few percent: geometric mean over 29 layers
    for gain in (1 / 3, 1.0, 2.0, 3.0):
        for mean_squares in snippet.signals(gain):
            assert len(mean_squares) == 30
            assert snippet.per_layer(mean_squares) == pytest.approx(gain / 2, rel=0.05)


def test_leaky_slope_keeps_one_plus_its_square(snippet):
    for slope in (0.0, 0.3, 1.0):
        for mean_squares in snippet.signals(2 / (1 + slope**2), negative_slope=slope):
            assert snippet.per_layer(mean_squares) == pytest.approx(1, rel=0.05)


def test_signals_are_those_of_a_torch_network(snippet):
    rng = np.random.default_rng(0)
    x = torch.tensor(rng.normal(size=(64, 256)))
    w = torch.tensor(rng.normal(size=(30, 256, 256)) * np.sqrt(2.5 / 256))
    g = torch.tensor(rng.normal(size=(64, 256)))
    hidden = [x.requires_grad_()]
    for weight in w:
        hidden.append(torch.nn.functional.leaky_relu(hidden[-1] @ weight, 0.2))
        hidden[-1].retain_grad()
    hidden[-1].backward(g)
    forward, backward = snippet.signals(2.5, negative_slope=0.2)
    np.testing.assert_allclose(forward, [h.detach().square().mean() for h in hidden[1:]], rtol=1e-9)
    np.testing.assert_allclose(backward, [h.grad.square().mean() for h in hidden[-2::-1]], rtol=1e-9)


def test_schemes_are_the_ones_named(snippet):
    torch.manual_seed(0)
    width = 512
    layer = torch.nn.Linear(width, width)
    named = {"PyTorch default": layer.weight.detach().var() * width}
    named["Xavier"] = torch.nn.init.xavier_normal_(layer.weight).detach().var() * width
    named["He"] = torch.nn.init.kaiming_normal_(layer.weight, nonlinearity="relu").detach().var() * width
    for name, gain in named.items():
        assert snippet.SCHEMES[name] == pytest.approx(gain.item(), rel=0.02)  # 262,144 draws: standard error 0.3 %
    assert snippet.SCHEMES["twice He"] == 2 * snippet.SCHEMES["He"]
    assert torch.nn.init.calculate_gain("leaky_relu", 0.5) ** 2 == pytest.approx(2 / (1 + 0.5**2))


def test_per_layer_is_the_ratio_of_a_geometric_sequence(snippet):
    assert snippet.per_layer(5 * 0.7 ** np.arange(30)) == pytest.approx(0.7)


def test_printed_factors_are_near_theory(snippet):
    rows = snippet.printed.splitlines()[1:]
    assert len(rows) == 5
    for row in rows:
        theory, forward, backward = map(float, row.split()[-3:])
        assert forward == pytest.approx(theory, rel=0.07) and backward == pytest.approx(theory, rel=0.07)


def test_the_picture_shows_the_root_mean_squares(snippet):
    axes = snippet.figures[0].axes[0]
    assert axes.get_yscale() == "log" and len(axes.lines) == 4
    for line, gain in zip(axes.lines, snippet.SCHEMES.values(), strict=True):
        np.testing.assert_array_equal(line.get_xdata(), np.arange(1, 31))
        np.testing.assert_allclose(line.get_ydata(), snippet.signals(gain)[0] ** 0.5)
